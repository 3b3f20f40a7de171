import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { parseManifest } from '../../src/contract/manifest.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { root } from '../tools/spawn.mjs';
import { Harness } from './support/harness.ts';

const folder = 'models/digits';
const manifest = parseManifest(JSON.parse(readFileSync(join(root, folder, 'manifest.json'), 'utf8')));
const recipeWith = (seed: number): Recipe => ({ ...defaultRecipe(manifest), seed, numSteps: 20, guidanceScale: 1 });
const recipes = (count: number) => Array.from({ length: count }, (_, seed) => recipeWith(seed));

let harness: Harness;
beforeAll(async () => {
  harness = await Harness.open();
  await harness.load(folder, 'wasm');
});
afterAll(() => harness.close());

/** What lanes cost: the time of runs side by side over their time one after another, the best of some turns each. */
async function ratio(count: number, rounds: number): Promise<number> {
  let [apart, together] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    apart = Math.min(apart, await harness.timeOf(recipes(count), false));
    together = Math.min(together, await harness.timeOf(recipes(count), true));
  }
  return together / apart;
}

it('two runs of digits side by side take at most 1.1 times as long as one after the other', async () => {
  await harness.timeOf(recipes(1), false);
  expect(await ratio(2, 9)).toBeLessThanOrEqual(1.1);
});

it('twenty-five take at most 1.3 times as long', async () => {
  expect(await ratio(25, 2)).toBeLessThanOrEqual(1.3);
});
