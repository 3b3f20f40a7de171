// `npm run watch`: while you write, the unit tests that a change touches, lint of the changed files, and the types.
import { spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { counts, gather } from './changes.mjs';
import { root, run, runTool } from './spawn.mjs';

/** Prints how a check went, and what it said where it failed. */
function tell(/** @type {string} */ name, /** @type {{ code: number, output: string, seconds: number }} */ result) {
  console.log(`${result.code === 0 ? 'ok  ' : 'FAIL'} ${name} (${result.seconds.toFixed(1)} s)`);
  if (result.code !== 0) console.log(result.output.trimEnd());
}

async function check(/** @type {readonly string[]} */ files) {
  const there = files.filter((file) => existsSync(`${root}/${file}`));
  if (there.length > 0) {
    tell(`lint of ${there.join(', ')}`, await runTool('eslint/bin/eslint.js', ['--no-warn-ignored', ...there]));
  }
  tell('types', await run(process.execPath, [`${root}/tests/tools/types.mjs`]));
}

const changed = gather(check, 300);
for (const folder of ['src', 'tests']) {
  watch(`${root}/${folder}`, { recursive: true }, (_, name) => {
    const file = `${folder}/${String(name).replaceAll('\\', '/')}`;
    if (counts(file)) changed(file);
  });
}

// Ctrl-C reaches everything that the terminal started, so it ends the children too; the tests end it all by `q`.
const tests = spawn(process.execPath, [`${root}/node_modules/vitest/vitest.mjs`, '--project', 'unit'], {
  cwd: root,
  stdio: 'inherit',
});
tests.on('exit', (code) => process.exit(code ?? 0));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => tests.kill(signal));
