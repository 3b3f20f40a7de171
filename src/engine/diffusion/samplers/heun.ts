import { churn } from './churn.ts';
import { combine, times } from './combine.ts';
import { fractional } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Karras et al. 2022, Alg. 1 and, with churn, Alg. 2: the mean of the slopes at both ends of the step; the step to
 * sigma 0 is Euler's. */
const solve: Solver =
  ({ denoise, noise, options }) =>
  async (x, place) => {
    const { next } = place;
    const { sigmaHat, deviation } = churn(place, options);
    const fresh = deviation === 0 ? [] : [['noise', deviation, noise()] as const];
    const churned = (factor: number) => [['x', factor, x] as const, ...times(fresh, factor)];
    const level = { ...place.level, sigma: sigmaHat };
    const x0 = await denoise(deviation === 0 ? x : combine(...churned(1)).x, level);
    const ratio = next.sigma / sigmaHat;
    const euler = combine(...churned(ratio), ['x0', 1 - ratio, x0]);
    if (next.sigma === 0) return euler;
    const x0Second = await denoise(euler.x, next);
    const half = (1 / ratio - 1) / 2;
    return combine(...churned(ratio), ['x0', 1 - ratio - half, x0], ['x0Second', half, x0Second]);
  };

const withoutChurn: Solver = (sampling) => solve({ ...sampling, options: { ...sampling.options, sChurn: 0 } });
const twice = { ...fractional, order: 2, evaluations: (numSteps: number) => 2 * numSteps - 1 };

export const heun: Sampler = {
  ...twice,
  label: 'Heun',
  citation: {
    text: 'Karras, Aittala, Aila, Laine: Elucidating the Design Space of Diffusion-Based Generative Models, 2022, Alg. 1',
    url: 'https://arxiv.org/abs/2206.00364',
  },
  solve: withoutChurn,
};

export const edm: Sampler = {
  ...twice,
  label: 'EDM (Heun with churn)',
  stochastic: 'sChurn',
  options: ['sChurn', 'sTmin', 'sTmax'],
  defaults: { sChurn: 40, sTmin: 0.05, sTmax: 50 },
  citation: {
    text: 'Karras, Aittala, Aila, Laine: Elucidating the Design Space of Diffusion-Based Generative Models, 2022, Alg. 2',
    url: 'https://arxiv.org/abs/2206.00364',
  },
  solve,
};

/** The same step in the scale of a rectified flow, alpha = 1 - sigma. */
export const flowHeun: Sampler = {
  ...twice,
  label: 'Flow matching Heun',
  process: 'flow',
  citation: {
    text: 'Liu, Gong, Liu: Flow Straight and Fast: Learning to Generate and Transfer Data with Rectified Flow, 2022',
    url: 'https://arxiv.org/abs/2209.03003',
  },
  solve: withoutChurn,
};
