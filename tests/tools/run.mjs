// `npm test`: everything there is to check, two things at a time. Its last line is the sum: `N passed, N failed`.
import { countCheck, sum, summary, tool, vitest } from './checks.mjs';
import { buildSite } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { mapLimited, root, run } from './spawn.mjs';

/** @typedef {import('./checks.mjs').Check} Check */

/** @type {Check} */
const browserPresent = {
  name: 'a Chromium to test in',
  run: async () => {
    try {
      process.env['CHROMIUM_PATH'] = await ensureChromium();
      return { code: 0, output: '' };
    } catch (error) {
      return { code: 1, output: String(error) };
    }
  },
};

/** @type {Check} */
const types = { name: 'types', run: () => run(process.execPath, [`${root}/tests/tools/types.mjs`]) };

/** The long ones first, so that the two lanes end together. */
const sideBySide = [
  browserPresent,
  types,
  vitest('unit', false),
  tool('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  { name: 'build', run: buildSite },
  tool('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  tool('nothing unused', 'knip/bin/knip.js'),
];

/** Runs a check, says how it went, shows what it printed where that helps. */
async function carryOut(/** @type {Check} */ check) {
  const started = performance.now();
  const { code, output } = await check.run();
  const counts = countCheck(code, check.counts?.() ?? null);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tests = check.counts ? `: ${summary(counts)}` : '';
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name}${tests} (${seconds} s)`);
  if (code !== 0 && output.trim() !== '') console.log(output.trimEnd());
  return counts;
}

const before = await mapLimited(sideBySide, 2, carryOut);
// Alone, because it drives a browser on what may be two cores. It visits what was just built.
process.env['SITE_IS_BUILT'] = '1';
const inBrowser = await carryOut(vitest('browser', true));

const total = sum([...before, inBrowser]);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(summary(total));
