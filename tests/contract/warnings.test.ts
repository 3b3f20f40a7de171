import { describe, expect, it, test } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { warningsOf } from '../../src/contract/families/index.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { samplerIds, samplers } from '../../src/engine/diffusion/samplers/index.ts';
import { spreadOf } from '../../src/engine/diffusion/spread.ts';
import { offered } from '../../src/features/recipe-controls/logic/offered.ts';
import { manifestWith } from './manifest-for-tests.ts';

const model = manifestWith({ prediction: { type: 'x0', sigmaMin: 0.002, sigmaMax: 160, sigmaData: 0.6 } });
const recipeOf = (change: Partial<Recipe>): Recipe => ({ ...defaultRecipe(model), numSteps: 20, ...change });
const codes = async (change: Partial<Recipe>) => (await warningsOf(recipeOf(change), model)).map(({ code }) => code);

describe('what a picture will suffer from is said', () => {
  it.each([
    { sampler: 'pndm', numSteps: 2 },
    { sampler: 'pndm', numSteps: 3 },
    { sampler: 'heun', numSteps: 3 },
    { sampler: 'edm', numSteps: 4 },
    { sampler: 'dpm2', numSteps: 2, sigmas: 'karras' },
    { sampler: 'dpm2_ancestral', numSteps: 5, sigmas: 'beta' },
    { sampler: 'euler_ancestral', noiseTemperature: 2 },
  ] as const)('noise that is left in it: %j', async (change) => {
    expect(await codes(change)).toEqual(['noise-left']);
  });

  it.each([
    { sampler: 'ddim', numSteps: 1 },
    { sampler: 'euler', numSteps: 2 },
    { sampler: 'dpmpp_2m', numSteps: 3, sigmas: 'beta' },
  ] as const)('a blur: %j', async (change) => {
    expect(await codes(change)).toEqual(['blurred']);
  });

  it('churn that no step takes', async () => {
    expect(await warningsOf(recipeOf({ sampler: 'euler', sChurn: 100, numSteps: 10 }), model)).toEqual([
      { code: 'churn-capped', most: expect.closeTo(4.14, 2) },
    ]);
    expect(await codes({ sampler: 'euler', sChurn: 100, numSteps: 3 })).toContain('churn-capped');
    // What EDM brings along, nobody asked for; DDIM takes none.
    expect(await codes({ sampler: 'edm' })).toEqual([]);
    expect(await codes({ sampler: 'ddim', sChurn: 100 })).toEqual([]);
  });

  it('a start from more noise than the network knows', async () => {
    const trailing = { sigmas: 'betas', spacing: 'trailing' } as const;
    expect(await warningsOf(recipeOf({ ...trailing, zeroTerminalSnr: true }), model)).toEqual([
      { code: 'beyond', noise: Infinity, most: 160 },
    ]);
    expect(await codes({ ...trailing, betas: 'squaredcos_cap_v2' })).toEqual(['beyond']);
    expect(await codes({ ...trailing, sampler: 'dpmpp_2m', zeroTerminalSnr: true })).toEqual(['beyond']);
    expect(await codes(trailing)).toEqual([]);
  });

  it('and nothing is said of a usual run', async () => {
    for (const sampler of samplerIds) {
      const sigmas = samplers[sampler].schedules?.[0] ?? 'log_snr';
      expect([sampler, await codes({ sampler, sigmas })]).toEqual([sampler, []]);
    }
  });
});

test('a spread is right where many steps are taken, and a comparison with it fails on NaN', async () => {
  const levels = { sigmas: 'log_snr', betas: 'linear', spacing: 'leading' } as const;
  for (const sampler of ['ddim', 'heun', 'euler_ancestral', 'edm', 'pndm'] as const) {
    const spread = await spreadOf({ ...levels, sampler, numSteps: 60 }, 0.5);
    expect(Math.abs(spread - 1)).toBeLessThan(0.08);
  }
  // Rightly churned, a run of Euler's is no more of a ruin than without.
  const churned = await spreadOf({ ...levels, sampler: 'euler', numSteps: 3, sChurn: 100 }, 0.5);
  expect(churned).toBeLessThan(1);
});

describe('zero terminal SNR', () => {
  const ids = ['false', 'true'] as const;
  const names = { false: 'no', true: 'yes' };
  const greyed = (change: Partial<Recipe>) =>
    offered('zeroTerminalSnr', ids, names, recipeOf({ sigmas: 'betas', ...change }), model)
      .filter(({ disabled }) => disabled)
      .map(({ id }) => id);

  it('is offered only where the network knows so much noise', () => {
    expect(greyed({ spacing: 'trailing' })).toEqual(['true']);
    expect(greyed({ spacing: 'linspace', sampler: 'dpmpp_2m' })).toEqual(['true']);
    expect(greyed({ spacing: 'leading', betas: 'scaled_linear' })).toEqual([]);
  });

  it('like every other choice of a training schedule', () => {
    const choices = offered(
      'betas',
      ['linear', 'squaredcos_cap_v2'],
      { linear: 'linear', squaredcos_cap_v2: 'cosine' },
      recipeOf({ sigmas: 'betas', spacing: 'trailing' }),
      model,
    );
    expect(choices.map(({ disabled }) => disabled)).toEqual([false, true]);
  });
});
