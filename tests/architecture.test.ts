import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './tools/spawn.mjs';
import { circles, importsOf, violations, zoneOf } from './tools/imports.ts';

const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name))
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .replaceAll('\\', '/'),
  )
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Imports that still break the rules, from before there were any: each goes when its part is rebuilt. Never add one. */
const toMend: readonly string[] = [];

describe('the source', { timeout: 60_000 }, () => {
  it('is found', () => {
    expect(sources.map(({ file }) => file)).toContain('src/engine/diffusion/denoiser.ts');
  });

  it('belongs to a zone, file by file', () => {
    expect(sources.map(({ file }) => file).filter((file) => zoneOf(file) === null)).toEqual([]);
  });

  it('imports only in the allowed directions', () => {
    expect(sources.flatMap(violations).sort()).toEqual([...toMend].sort());
  });

  it('has no circle among its features', () => {
    expect(circles(sources)).toEqual([]);
  });

  it('keeps its files short enough to read', () => {
    const long = sources.map(({ file, text }) => ({ file, lines: text.split('\n').length }));
    expect(long.filter(({ lines }) => lines > 250)).toEqual([]);
  });
});

const judged = (file: string, text: string) => violations({ file, text });

describe('the rules catch', () => {
  const broken: [name: string, file: string, text: string][] = [
    ['the page in the engine', 'src/engine/tensor.ts', `import { paint } from '../kit/paint/picture.ts';`],
    ['a package in the engine', 'src/engine/diffusion/run.ts', `import * as v from 'valibot';`],
    ['a type that climbs up', 'src/engine/tensor.ts', `import type { Recipe } from '../contract/recipe.ts';`],
    ['a failure in the engine', 'src/engine/tensor.ts', `import { Failure } from '../contract/failure.ts';`],
    ['a re-export that climbs up', 'src/contract/recipe.ts', `export { load } from '../runtime/load.ts';`],
    ['the runtime on the page', 'src/pages/App.svelte', `<script>\nimport { x } from '../runtime/x.ts';\n</script>`],
    ['an import in markup', 'src/kit/X.svelte', `{#await import('../session/x.ts')}{/await}`],
    ['ONNX Runtime on the page', 'src/session/run.svelte.ts', `const ort = await import('onnxruntime-web/wasm');`],
    ['the host on the page', 'src/worker/page/client.ts', `import { host } from '../thread/host.ts';`],
    ['the page in the host', 'src/worker/thread/host.ts', `import type { Link } from '../page/link.ts';`],
    ['the runtime in the host', 'src/worker/thread/host.ts', `import { load } from '../../runtime/load.ts';`],
    ['values where types may pass', 'src/kit/Lane.svelte', `<script>import { a } from '../engine/tensor.ts';</script>`],
    ['an inline import type', 'src/engine/tensor.ts', `type R = import('../contract/recipe.ts').Recipe;`],
    ['a glob that climbs up', 'src/session/x.ts', `import.meta.glob(['../features/*/index.ts'])`],
    ['a module address that climbs up', 'src/session/x.ts', `new URL('../pages/main.ts', import.meta.url)`],
    ['the client in a feature', 'src/features/a/x.ts', `import { createClient } from '../../worker/page/client.ts';`],
    ["a feature's inside", 'src/features/a/x.ts', `import { b } from '../b/b.ts';`],
    [
      "a feature's inside on a page",
      'src/pages/App.svelte',
      `<script>import { b } from '../features/b/b.ts';</script>`,
    ],
    ['a feature in the kit', 'src/kit/x.ts', `import { b } from '../features/b/index.ts';`],
    ['a file without a zone', 'src/helpers.ts', ''],
    ['a way out of the source', 'src/pages/main.ts', `import x from '../../tests/tools/x.json';`],
  ];
  it.each(broken)('%s', (_name, file, text) => {
    expect(judged(file, text)).toHaveLength(1);
  });

  const fine: [name: string, file: string, text: string][] = [
    ['types of the engine in the kit', 'src/kit/x.ts', `import type { Tensor } from '../engine/tensor.ts';`],
    ['inline types', 'src/worker/page/x.ts', `import { type Tensor } from '../../engine/tensor.ts';`],
    ['a file as an address', 'src/runtime/x.ts', `import url from 'onnxruntime-web/x.wasm?url&no-inline';`],
    ["another feature's face", 'src/features/a/x.ts', `import { b } from '../b/index.ts';`],
    ["a feature's face on a page", 'src/pages/main.ts', `import { b } from '../features/b/index.ts';`],
    ['models by a glob', 'src/session/x.ts', `import.meta.glob('../../models/*/manifest.json')`],
  ];
  it.each(fine)('but not %s', (_name, file, text) => {
    expect(judged(file, text)).toEqual([]);
  });

  it('features that import each other in a circle', () => {
    const one = (own: string, other: string) => ({
      file: `src/features/${own}/x.ts`,
      text: `import { x } from '../${other}/index.ts';`,
    });
    expect(circles([one('a', 'b'), one('b', 'c')])).toEqual([]);
    expect(circles([one('a', 'b'), one('b', 'c'), one('c', 'a')])).toEqual(['a -> b -> c -> a']);
  });
});

it('imports are read from every form they take', () => {
  const text = `import a from 'a';\nimport type { B } from 'b';\nexport * from 'c';\nawait import('d');\nimport 'e';
    import.meta.glob(['f', 'g']);\nnew Worker(new URL('h', import.meta.url));\ntype I = import('i').I;`;
  expect(importsOf('src/kit/x.ts', text).map(({ address }) => address)).toEqual([...'abcdefghi']);
});
