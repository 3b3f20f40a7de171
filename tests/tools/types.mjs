// `npm run types`: the compiler over every layer with that layer's own `lib`, svelte-check where there are components.
import { existsSync, readdirSync } from 'node:fs';
import { mapLimited, root, runTool } from './spawn.mjs';

/** Layers with components: svelte-check compiles their TypeScript too. */
const withComponents = new Set(['ui', 'widget']);

/** Every tsconfig of the project, as { name, config, components }. */
function layers() {
  const sources = readdirSync(`${root}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(`${root}/src/${name}`)
        .filter((file) => /^tsconfig(\..+)?\.json$/.test(file))
        .map((file) => ({ config: `src/${name}/${file}`, components: withComponents.has(name) })),
    );
  return [...sources, { config: 'tests/tsconfig.json', components: false }].filter(({ config }) =>
    existsSync(`${root}/${config}`),
  );
}

/** @param {{ config: string, components: boolean }} layer */
async function check({ config, components }) {
  const { code, output, seconds } = components
    ? await runTool('svelte-check/bin/svelte-check', ['--tsconfig', config, '--fail-on-warnings', '--output', 'human'])
    : await runTool('typescript/bin/tsc', ['--project', config, '--pretty', 'false']);
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${config} (${seconds.toFixed(1)} s)`);
  if (code !== 0) console.log(output.trimEnd());
  return code;
}

// The slowest first, so that two lanes end together.
const ordered = layers().sort((a, b) => Number(b.components) - Number(a.components));
const codes = await mapLimited(ordered, 2, check);
process.exitCode = codes.some((code) => code !== 0) ? 1 : 0;
