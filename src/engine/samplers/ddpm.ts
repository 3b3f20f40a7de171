import { combine } from './combine.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Ancestral sampling with the smaller variance. Ho et al. 2020, eq. 6 and 7. The last step adds no noise. */
const solve: Solver =
  ({ denoise, noise }) =>
  async (x, level, next) => {
    const x0 = await denoise(x, level);
    const alphaStep = (level.alpha / next.alpha) ** 2;
    const beta = 1 - alphaStep;
    const fromX0 = (next.alpha * beta) / level.sigma ** 2;
    const fromX = (Math.sqrt(alphaStep) * next.sigma ** 2) / level.sigma ** 2;
    if (next.sigma === 0) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    const deviation = (next.sigma / level.sigma) * Math.sqrt(beta);
    return combine(['x', fromX, x], ['x0', fromX0, x0], ['noise', deviation, noise()]);
  };

export const ddpm: Sampler = {
  label: 'DDPM',
  order: 1,
  process: 'vp',
  timestepFamily: 'whole',
  stride: 'next',
  evaluations: (numSteps) => numSteps,
  stochastic: 'always',
  options: [],
  citation: {
    text: 'Ho, Jain, Abbeel: Denoising Diffusion Probabilistic Models, 2020',
    url: 'https://arxiv.org/abs/2006.11239',
  },
  solve,
};
