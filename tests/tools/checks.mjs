import { readFileSync, rmSync } from 'node:fs';
import { root, runTool } from './spawn.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, run: () => Promise<{ code: number, output: string }>, counts?: () => Counts | null }} Check
 */

/** @returns {Counts} */
export function sum(/** @type {readonly Counts[]} */ all) {
  return all.reduce(
    (total, each) => ({
      passed: total.passed + each.passed,
      failed: total.failed + each.failed,
      skipped: total.skipped + each.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The line that a run ends with. */
export function summary(/** @type {Counts} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * What a vitest JSON report counts. A file that could not be loaded holds no tests but is a failure all the same.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What a check that has ended counts: its tests where it has any, itself otherwise. One that exits with an error
 * without a failed test (an error outside of the tests, a crash) is one failure.
 * @param {number} code
 * @param {Counts | null} tests
 * @returns {Counts}
 */
export function countCheck(code, tests) {
  if (tests === null) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  return { ...tests, failed: code !== 0 && tests.failed === 0 ? 1 : tests.failed };
}

/**
 * A project of vitest as a check.
 * @param {string} project
 * @param {boolean} live print while it runs
 * @returns {Check}
 */
export function vitest(project, live) {
  const report = `tests/output/${project}.json`;
  return {
    name: `${project} tests`,
    run: () => {
      rmSync(`${root}/${report}`, { force: true });
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
      const ended = runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters], { live });
      return live ? ended.then(({ code }) => ({ code, output: '' })) : ended; // printed already
    },
    counts: () => {
      try {
        return countVitest(JSON.parse(readFileSync(`${root}/${report}`, 'utf8')));
      } catch {
        return null; // vitest ended before it could report
      }
    },
  };
}

/**
 * A tool as a check.
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Check}
 */
export function tool(name, script, ...args) {
  return { name, run: () => runTool(script, args) };
}
