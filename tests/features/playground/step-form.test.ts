import { describe, expect, it } from 'vitest';
import { gaussianDenoiser } from '../../../src/engine/diffusion/ideal.ts';
import { termSymbols, type Term } from '../../../src/engine/diffusion/frame.ts';
import { run, type RunOptions } from '../../../src/engine/diffusion/run.ts';
import { onlyLessens, weightLetter } from '../../../src/features/playground/step-form.ts';
import { framesOf } from '../../engine/diffusion/frames.ts';

const options: RunOptions = {
  sampler: 'ddim',
  numSteps: 6,
  sigmas: 'karras',
  betas: 'linear',
  spacing: 'leading',
  shape: [1, 1, 2, 2],
  seed: 42,
  condition: Float32Array.of(1),
  guidanceScale: 1,
  eta: 0,
};

/** For each step of a run, whether its weights are those of the noise levels alone. */
async function lessens(change: Partial<RunOptions>): Promise<boolean[]> {
  const frames = await framesOf(run({ ...options, ...change }, gaussianDenoiser(0, 0.5)));
  return frames.flatMap(({ level, step }) => {
    if (step === null) return [];
    return [
      onlyLessens(
        step.terms.filter(({ weight }) => weight !== 0),
        level,
        step.next,
      ),
    ];
  });
}

describe('the symbolic line of a step', () => {
  it.each([
    ['DDIM', {}],
    ['DDIM on a training schedule', { sigmas: 'betas' }],
    ['Euler', { sampler: 'euler' }],
    ['Euler on a straight path', { sampler: 'flow_euler', sigmas: 'flow' }],
  ] as const)('of %s is that of the noise levels alone', async (_name, change) => {
    expect(new Set(await lessens(change))).toEqual(new Set([true]));
  });

  it.each([
    ['DDIM that draws noise', { eta: 1 }],
    ['Heun', { sampler: 'heun' }],
    ['DPM++ 2M, its later steps', { sampler: 'dpmpp_2m' }],
  ] as const)('of %s has weights of its own', async (_name, change) => {
    expect(await lessens(change)).toContain(false);
  });

  it('is not that of weights that are no numbers', () => {
    const level = { alpha: 1, sigma: 2 };
    const terms: Term[] = [
      { symbol: 'x', weight: NaN },
      { symbol: 'x0', weight: NaN },
    ];
    expect(onlyLessens(terms, level, { alpha: 1, sigma: 1 })).toBe(false);
  });

  it('has a letter of its own for every term that can stand beside another', () => {
    const letters = termSymbols.map(weightLetter);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
