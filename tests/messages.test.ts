import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/kit/preferences/languages.ts';
import { root } from './tools/spawn.mjs';

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((path) =>
  path.replaceAll('\\', '/'),
);
/** Every folder texts/, "features/morph/texts". */
const folders = files.filter((path) => path.endsWith('/texts/en.ts')).map((path) => path.replace('/en.ts', ''));
/** What shows texts: everything but the texts themselves. */
const source = files
  .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('/texts/'))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

async function textsIn(folder: string, code: string): Promise<[path: string, value: unknown][]> {
  const module = (await import(join(root, 'src', folder, `${code}.ts`))) as { texts: unknown };
  return leaves(module.texts, '');
}

/** Every text by its path; functions stand for the texts they make. */
function leaves(value: unknown, path: string): [path: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

/** Where a folder's texts may be shown: in its own feature, the page's in pages/, the kit's and the playground's anywhere. */
function readers(folder: string): string {
  const own = folder.replace('/texts', '/');
  const everywhere = own === 'kit/' || own === 'features/playground/';
  return source
    .filter(({ path }) => everywhere || path.startsWith(own))
    .map(({ text }) => text)
    .join('\n');
}

/** Groups that are looked up by an id of the engine, the protocol or the catalogue. */
const byId =
  /^\.(failures|seedRefused|spoken|phases|status\.(phases|reasons)|names|shortNames|startHints|\w+Names|pictures|warnings|rows\.\w+|help\.keyList)\./;

test('the texts of kit, pages and features are found', () => {
  expect(folders).toEqual(expect.arrayContaining(['kit/texts', 'pages/texts', 'features/playground/texts']));
});

describe.each(folders)('%s', (folder) => {
  test('has every text in every language, and none is empty', async () => {
    const english = await textsIn(folder, 'en');
    for (const { code } of languages) {
      const texts = await textsIn(folder, code);
      expect(texts.map(([path]) => path)).toEqual(english.map(([path]) => path));
      for (const [, value] of texts) {
        expect(typeof value === 'function' || (typeof value === 'string' && value.trim() !== '')).toBe(true);
      }
    }
  });

  test('has no text that nothing shows', async () => {
    const read = readers(folder);
    const unused = (await textsIn(folder, 'en'))
      .map(([path]) => path)
      .filter((path) => !byId.test(path) && !new RegExp(`\\.${path.split('.').at(-1) ?? ''}\\b`).test(read));
    expect(unused).toEqual([]);
  });

  test('has a file for each language and for no other', () => {
    const codes = files
      .filter((path) => path.startsWith(`${folder}/`) && !path.endsWith('/index.ts'))
      .map((path) => path.slice(folder.length + 1, -'.ts'.length));
    expect(codes.sort()).toEqual(languages.map(({ code }) => code).sort());
  });
});
