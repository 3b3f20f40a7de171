// `npm run types`: the compiler over every layer with that layer's own `lib`, svelte-check where there are components.
import { readdirSync } from 'node:fs';
import { mapLimited, root, runTool } from './spawn.mjs';

/** The layers that have components: svelte-check compiles their TypeScript too. */
const withComponents = 'src/pages/tsconfig.json';

/** Every tsconfig of the project. The folders that make up the page share one. */
const layers = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('tsconfig.json'))
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .concat('tests/tsconfig.json');

/** @param {string} config */
async function check(config) {
  const { code, output, seconds } =
    config === withComponents
      ? await runTool('svelte-check/bin/svelte-check', [
          '--tsconfig',
          config,
          '--fail-on-warnings',
          '--output',
          'human',
        ])
      : await runTool('typescript/bin/tsc', ['--project', config, '--pretty', 'false']);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${config} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code;
}

// The slowest first, so that two lanes end together.
const ordered = layers.sort((a, b) => Number(b === withComponents) - Number(a === withComponents));
const codes = await mapLimited(ordered, 2, check);
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;
