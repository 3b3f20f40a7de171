import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/recipe/defaults.ts';
import { parseManifest } from '../../src/recipe/manifest.ts';
import type { Recipe } from '../../src/recipe/recipe.ts';
import { parseWords } from '../../src/recipe/words.ts';
import { root } from '../tools/spawn.mjs';
import { distance, Harness } from './support/harness.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const digits = parseManifest(read('models/digits/manifest.json'));
const recipe = defaultRecipe(digits);

/** Runs of the committed network in Python; the file says with which versions and by which command. */
interface Golden {
  readonly provenance: { readonly model: { readonly sha256: string } };
  readonly runs: readonly GoldenRun[];
}
interface GoldenRun extends Pick<Recipe, 'sampler' | 'steps' | 'seed' | 'guidance'> {
  readonly condition: string;
  readonly schedule: string;
  /** The first values of the noise it starts from, and the whole picture it ends in. */
  readonly start: readonly number[];
  readonly end: readonly number[];
}
const golden = read('tests/golden/digits-runs.json') as Golden;

/** A golden run as a recipe of the page. */
function asRecipe({ sampler, steps, seed, guidance, condition, schedule }: GoldenRun): Recipe {
  const sigmas = schedule.startsWith('Karras') ? 'karras' : 'betas';
  const given = { sampler, steps, seed, guidance, sigmas, condition: parseWords(condition) } as const;
  return { ...recipe, eta: 0, betas: 'linear', spacing: 'leading', ...given };
}

describe('a run in the worker', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await Harness.open();
    await harness.load('models/digits', 'wasm');
  });
  afterAll(() => harness.close());

  it('is compared with goldens of the network that ships', () => {
    expect(golden.provenance.model.sha256).toBe(digits.sha256);
  });

  it.each(golden.runs)('of $sampler ends in the picture that Python ends in', async (expected) => {
    const { frames } = await harness.run(asRecipe(expected));
    const start = frames[0]!.slice(0, expected.start.length);
    expect(distance(start, expected.start)).toBeLessThan(1e-5 * Math.max(...expected.start.map(Math.abs)));
    expect(distance(frames.at(-1)!, expected.end)).toBeLessThan(1e-3);
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
    const guided = await harness.run({ ...recipe, sampler: 'ddim', steps: 10, guidance: 2 });
    expect(guided.summary.nfe).toBe(20);
    expect(guided.summary.networkMs).toBeGreaterThan(0);
    expect(guided.summary.networkMs).toBeLessThanOrEqual(guided.summary.ms);
  });

  it('is cancelled between two steps, and the next run is whole', async () => {
    const long = { ...recipe, steps: 1000 };
    const { how, frames } = await harness.cancelAfter(long, 5);
    expect(how).toBe('cancelled');
    expect(frames).toBeLessThan(50);
    expect((await harness.run(recipe)).frames).toHaveLength(recipe.steps + 1);
  });
});
