import { combine } from './combine.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Euler down to sigma_down, then noise up to sigma_next. k-diffusion's sample_euler_ancestral, eta = 1. */
const solve: Solver =
  ({ denoise, noise }) =>
  async (x, { alpha, sigma }, next) => {
    const x0 = await denoise(x, { alpha, sigma });
    const sigmaUp = Math.sqrt(next.sigma ** 2 * (1 - (next.sigma / sigma) ** 2));
    const sigmaDown = next.sigma ** 2 / sigma;
    const ratio = sigmaDown / sigma;
    if (sigmaUp === 0) return combine(['x', ratio, x], ['x0', 1 - ratio, x0]);
    return combine(['x', ratio, x], ['x0', 1 - ratio, x0], ['noise', sigmaUp, noise()]);
  };

export const eulerAncestral: Sampler = {
  label: 'Euler ancestral',
  order: 1,
  process: 've',
  timestepFamily: 'fractional',
  stride: 'next',
  evaluations: (numSteps) => numSteps,
  stochastic: 'always',
  options: [],
  citation: {
    text: 'Song et al.: Score-Based Generative Modeling through Stochastic Differential Equations, 2021 (appendix F); as in k-diffusion',
    url: 'https://arxiv.org/abs/2011.13456',
  },
  solve,
};
