import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nearest as deNearest } from '../src/features/training-neighbours/texts/de.ts';
import { de } from '../src/features/playground/texts/de.ts';
import { nearest as enNearest } from '../src/features/training-neighbours/texts/en.ts';
import { en } from '../src/features/playground/texts/en.ts';

/** What is there at first, and what comes with its dialog. */
const english = { ...en, later: { nearest: enNearest } };
const german = { ...de, later: { nearest: deNearest } };

/** Every text by its path; functions stand for the texts they make. */
function texts(value: unknown, path: string): [path: string, value: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

test('every language has every text, and none is empty', () => {
  const paths = texts(english, '').map(([path]) => path);
  expect(texts(german, '').map(([path]) => path)).toEqual(paths);
  for (const [, value] of [...texts(english, ''), ...texts(german, '')]) {
    expect(typeof value === 'function' || (typeof value === 'string' && value.trim() !== '')).toBe(true);
  }
});

test('no text is left over that nothing shows', () => {
  const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(svelte|ts)$/.test(path) && !path.includes('/texts/'))
    .map((path) => readFileSync(`src/${path}`, 'utf8'))
    .join('\n');
  // Groups that are looked up by an id of the engine or the protocol.
  const byId =
    /^\.(failures|status\.(phases|reasons)|inversion\.phases|models\.(names|startHints)|recipe\.\w+Names|spoken|lanes\.pictures|takeAway\.rows\.\w+|help\.keyList)\./;
  const unused = texts(english, '')
    .map(([path]) => path)
    .filter((path) => !byId.test(path) && !source.includes(`.${path.split('.').at(-1) ?? ''}`));
  expect(unused).toEqual([]);
});
