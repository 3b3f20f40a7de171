import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { parseManifest } from '../../src/contract/manifest.ts';
import { goldenRunsOf, type GoldenFile } from '../../src/features/conformance/logic/golden-runs.ts';
import { root } from '../tools/spawn.mjs';
import { largestDifference } from '../../src/engine/largest-error.ts';
import { Harness } from './support/harness.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const digits = parseManifest(read('models/digits/manifest.json'));
const recipe = defaultRecipe(digits);

/** What Python drew with the network that ships. */
const golden = goldenRunsOf(read('models/digits/golden-runs.json') as GoldenFile, digits);

describe('a run in the worker', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await Harness.open();
    await harness.load('models/digits', 'wasm');
  });
  afterAll(() => harness.close());

  it.each(golden)('of $recipe.sampler ends in the picture that Python ends in', async ({ recipe, start, end }) => {
    const { frames } = await harness.run(recipe);
    const first = frames[0]!.slice(0, start.length);
    expect(largestDifference(first, start)).toBeLessThan(1e-5 * Math.max(...start.map(Math.abs)));
    expect(largestDifference(frames.at(-1)!, end)).toBeLessThan(1e-3);
  });

  it('gives the same bits for the same recipe, and others for another seed', async () => {
    const [first, again, other] = [
      await harness.run(recipe),
      await harness.run(recipe),
      await harness.run({ ...recipe, seed: recipe.seed + 1 }),
    ];
    expect(again.frames).toEqual(first.frames);
    expect(other.frames.at(-1)).not.toEqual(first.frames.at(-1));
  });

  it('counts its evaluations and its time truly', async () => {
    const guided = await harness.run({ ...recipe, sampler: 'ddim', numSteps: 10, guidanceScale: 2 });
    expect(guided.summary.nfe).toBe(20);
    expect(guided.summary.networkMs).toBeGreaterThan(0);
    expect(guided.summary.networkMs).toBeLessThanOrEqual(guided.summary.ms);
  });

  it('is cancelled between two steps, and the next run is whole', async () => {
    const long = { ...recipe, numSteps: 1000 };
    const { how, frames } = await harness.cancelAfter(long, 5);
    expect(how).toBe('cancelled');
    expect(frames).toBeLessThan(50);
    expect((await harness.run(recipe)).frames).toHaveLength(recipe.numSteps + 1);
  });
});
