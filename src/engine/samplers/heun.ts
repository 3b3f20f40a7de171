import { combine } from './combine.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Deterministic Heun. Karras et al. 2022, Alg. 1 (alpha = 1): the mean of the slopes at both ends of the step; the step
 * to sigma 0 is Euler's. */
const solve: Solver =
  ({ denoise }) =>
  async (x, { alpha, sigma }, next) => {
    const x0 = await denoise(x, { alpha, sigma });
    const ratio = next.sigma / sigma;
    const euler = combine(['x', ratio, x], ['x0', 1 - ratio, x0]);
    if (next.sigma === 0) return euler;
    const x0Second = await denoise(euler.x, next);
    const half = (1 / ratio - 1) / 2;
    return combine(['x', ratio, x], ['x0', 1 - ratio - half, x0], ['x0Second', half, x0Second]);
  };

export const heun: Sampler = {
  label: 'Heun',
  order: 2,
  process: 've',
  timestepFamily: 'fractional',
  stride: 'next',
  evaluations: (numSteps) => 2 * numSteps - 1,
  stochastic: 'never',
  options: [],
  citation: {
    text: 'Karras, Aittala, Aila, Laine: Elucidating the Design Space of Diffusion-Based Generative Models, 2022',
    url: 'https://arxiv.org/abs/2206.00364',
  },
  solve,
};
