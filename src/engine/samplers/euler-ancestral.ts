import { combine } from './combine.ts';
import { fractional } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Where an ancestral step at alpha = 1 goes down to, and the noise that lifts it from there. Song et al. 2021, app. F. */
export function ancestral(sigma: number, sigmaNext: number): { sigmaDown: number; sigmaUp: number } {
  return {
    sigmaDown: sigmaNext ** 2 / sigma,
    sigmaUp: sigmaNext * Math.sqrt(1 - (sigmaNext / sigma) ** 2),
  };
}

/** Euler down to sigma_down, then noise up to sigma_next. k-diffusion's sample_euler_ancestral, eta = 1. */
const solve: Solver =
  ({ denoise, noise }) =>
  async (x, { level, next }) => {
    const x0 = await denoise(x, level);
    const { sigmaDown, sigmaUp } = ancestral(level.sigma, next.sigma);
    const ratio = sigmaDown / level.sigma;
    if (sigmaUp === 0) return combine(['x', ratio, x], ['x0', 1 - ratio, x0]);
    return combine(['x', ratio, x], ['x0', 1 - ratio, x0], ['noise', sigmaUp, noise()]);
  };

export const eulerAncestral: Sampler = {
  ...fractional,
  label: 'Euler ancestral',
  order: 1,
  stochastic: 'always',
  citation: {
    text: 'Song et al.: Score-Based Generative Modeling through Stochastic Differential Equations, 2021, app. F',
    url: 'https://arxiv.org/abs/2011.13456',
  },
  solve,
};
