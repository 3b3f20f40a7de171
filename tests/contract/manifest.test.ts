import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { Failure } from '../../src/contract/failure.ts';
import { parseManifest, type RecipeManifest } from '../../src/contract/manifest.ts';
import { formatQuery, parseQuery } from '../../src/contract/query.ts';
import { shipped, shippedGans, type Shipped } from '../shipped.ts';
import { manifestWith } from './manifest-for-tests.ts';

test('there is at least one model of each family', () => {
  expect(shipped.length).toBeGreaterThan(0);
  expect(shippedGans.length).toBeGreaterThan(0);
});

const models: readonly Shipped<RecipeManifest>[] = [...shipped, ...shippedGans];

test.each(models)('$folder: the manifest is valid and tells the truth about its files', ({ folder, manifest }) => {
  const file = readFileSync(`${folder}/${manifest.file}`);
  expect(file.length).toBe(manifest.bytes);
  expect(createHash('sha256').update(file).digest('hex')).toBe(manifest.sha256);
  const size = manifest.shape.reduce((product, side) => product * side, 1);
  if (manifest.samples) {
    expect(readFileSync(`${folder}/${manifest.samples.file}`).length).toBe(manifest.samples.count * size);
    expect(manifest.samples.labels).toHaveLength(manifest.samples.count);
  }
  // The default recipe is one that a link can carry.
  const recipe = defaultRecipe(manifest);
  expect(parseQuery(new URLSearchParams(formatQuery(recipe)), manifest)).toEqual({ recipe, failures: [] });
});

const broken: [field: string, change: object][] = [
  ['sha256', { sha256: 'abc' }],
  ['bytes', { bytes: 0 }],
  ['version', { version: '1' }],
  ['shape', { shape: [28, 28] }],
  ['prediction.sigmaData', { prediction: { type: 'x0', sigmaMin: 1, sigmaMax: 2, sigmaData: -1 } }],
  ['vocabulary.0.id', { vocabulary: [{ id: 'Not An Id', words: ['x'], kind: 'digit' }] }],
  ['defaultRecipe.steps', { defaultRecipe: { condition: '', steps: 0 } }],
];

test.each(broken)('a broken %s is refused by name', (field, change) => {
  const value = { ...manifestWith(), ...change };
  expect(() => parseManifest(value)).toThrow(Failure);
  try {
    parseManifest(value);
  } catch (error) {
    const { code, detail } = error as Failure;
    expect(code).toBe('manifest-invalid');
    expect(String(detail['field']).startsWith(field)).toBe(true);
    expect(detail['accepted']).not.toBe('');
  }
});
