import { expect, test } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import type { OptionName } from '../../src/contract/options.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { runOptionsOf } from '../../src/contract/run-options.ts';
import { manifestWith } from './manifest-for-tests.ts';

const manifest = manifestWith();
const usual: Recipe = { ...defaultRecipe(manifest), toSeed: 7, mix: 0.5 };

/** What does not concern the engine of diffusion: which model it is, and what other families read. */
type Elsewhere = 'model' | 'family' | 'truncation';

/** For every field of a recipe another value than the usual one. */
const others: { readonly [name in Exclude<OptionName, Elsewhere>]: Recipe[name] } = {
  condition: [{ id: '1', weight: 1 }],
  negative: [{ id: '2', weight: 1 }],
  seed: 43,
  numSteps: 7,
  sampler: 'heun',
  eta: 0.5,
  sigmas: 'karras',
  betas: 'sigmoid',
  spacing: 'trailing',
  guidanceScale: 4,
  variance: 'fixed_large',
  sChurn: 20,
  solverOrder: 3,
  solverType: 'heun',
  bFunction: 'bh1',
  guidanceRescale: 0.5,
  guidanceLow: 0.2,
  guidanceHigh: 5,
  flowShift: 2,
  noiseTemperature: 0.5,
  clipping: 'clip',
  toCondition: [{ id: '0', weight: 1 }],
  toSeed: 8,
  mix: 0.75,
  zeroTerminalSnr: true,
};

test.each(Object.entries(others))('the engine is told of %s', (name, value) => {
  expect(runOptionsOf({ ...usual, [name]: value }, manifest)).not.toEqual(runOptionsOf(usual, manifest));
});
