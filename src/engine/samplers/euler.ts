import { combine } from './combine.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Algorithm 2 (Euler steps, no churn) of Karras et al. 2022: x + (x - x0) / sigma * (sigma_next - sigma). */
const solve: Solver =
  ({ denoise }) =>
  async (x, level, next) => {
    const x0 = await denoise(x, level);
    const ratio = next.sigma / level.sigma;
    return combine(['x', ratio, x], ['x0', 1 - ratio, x0]);
  };

export const euler: Sampler = {
  label: 'Euler',
  order: 1,
  process: 've',
  timestepFamily: 'fractional',
  stride: 'next',
  evaluations: (numSteps) => numSteps,
  stochastic: 'never',
  options: [],
  citation: {
    text: 'Karras, Aittala, Aila, Laine: Elucidating the Design Space of Diffusion-Based Generative Models, 2022',
    url: 'https://arxiv.org/abs/2206.00364',
  },
  solve,
};
