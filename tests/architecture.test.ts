import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './tools/spawn.mjs';
import { importsOf, violations, zonesOf } from './tools/imports.ts';

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  )
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const zoneOf = zonesOf(sources);

describe('the source', () => {
  it('is found', () => {
    expect(sources.map(({ file }) => file)).toContain('src/engine/denoiser.ts');
  });

  it('belongs to a layer, file by file', () => {
    expect(sources.map(({ file }) => file).filter((file) => zoneOf(file) === null)).toEqual([]);
  });

  it('imports only in the allowed directions', () => {
    expect(sources.flatMap((source) => violations(source, zoneOf))).toEqual([]);
  });

  it('keeps its files short enough to read', () => {
    const long = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length }));
    expect(long.filter(({ lines }) => lines > 300)).toEqual([]);
  });
});

/** A small worker: one file behind the host, one behind the client, one behind neither. */
const worker = [
  { file: 'src/worker/host.ts', text: `import { sample } from './sample.ts';` },
  { file: 'src/worker/client.ts', text: `import { open } from './link.ts';` },
  { file: 'src/worker/lost.ts', text: '' },
];

/** What the rules say of one more file. */
function judged(file: string, text: string) {
  const others = worker.filter((source) => source.file !== file);
  const seams = [`import './sample.ts';`, `import './link.ts';`].filter((_, index) => worker[index]?.file === file);
  return violations({ file, text }, zonesOf([...others, { file, text: [text, ...seams].join('\n') }]));
}

describe('the rules catch', () => {
  const broken: [name: string, file: string, text: string][] = [
    ['the page in the engine', 'src/engine/tensor.ts', `import { paint } from '../ui/paint/picture.ts';`],
    ['a package in the engine', 'src/engine/run.ts', `import * as v from 'valibot';`],
    ['a type that climbs up', 'src/engine/run.ts', `import type { Recipe } from '../recipe/recipe.ts';`],
    ['a re-export that climbs up', 'src/recipe/recipe.ts', `export { load } from '../runtime/load.ts';`],
    [
      'the runtime on the page',
      'src/ui/App.svelte',
      `<script lang="ts">\nimport { x } from '../runtime/x.ts';\n</script>`,
    ],
    ['ONNX Runtime on the page', 'src/ui/state/run.svelte.ts', `const ort = await import('onnxruntime-web/wasm');`],
    ['the host on the page', 'src/worker/client.ts', `import { host } from './host.ts';`],
    ['the runtime in the host', 'src/worker/host.ts', `import { load } from '../runtime/load.ts';`],
    ['values where types may pass', 'src/worker/protocol.ts', `import { parse } from '../recipe/recipe.ts';`],
    ['an inline import type', 'src/engine/run.ts', `type R = import('../recipe/recipe.ts').Recipe;`],
    ['a file without a layer', 'src/helpers.ts', ''],
    ["the host in the page's part of the worker", 'src/worker/link.ts', `import { host } from './host.ts';`],
    ["a file of the host's on the page", 'src/worker/client.ts', `import { sample } from './sample.ts';`],
    ['a worker file that neither thread reaches', 'src/worker/lost.ts', ''],
    ['a way out of the source', 'src/ui/main.ts', `import golden from '../../tests/golden/x.json';`],
  ];
  it.each(broken)('%s', (_name, file, text) => {
    expect(judged(file, text)).toHaveLength(1);
  });

  const fine: [name: string, file: string, text: string][] = [
    ['types across the protocol', 'src/worker/protocol.ts', `import type { Recipe } from '../recipe/recipe.ts';`],
    ['inline types', 'src/runtime/x.ts', `import { type Backend } from '../worker/protocol.ts';`],
    ['a file as an address', 'src/runtime/x.ts', `import url from 'onnxruntime-web/x.wasm?url&no-inline';`],
  ];
  it.each(fine)('but not %s', (_name, file, text) => {
    expect(judged(file, text)).toEqual([]);
  });
});

it('imports are read from every form they take', () => {
  const text = `import a from 'a';\nimport type { B } from 'b';\nexport * from 'c';\nawait import('d');\nimport 'e';`;
  expect(importsOf('src/ui/x.ts', text).map(({ address }) => address)).toEqual(['a', 'b', 'c', 'd', 'e']);
});
