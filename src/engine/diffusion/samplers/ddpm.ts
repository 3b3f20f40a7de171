import { combine } from './combine.ts';
import { discrete } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Ancestral sampling. Ho et al. 2020, eq. 6 and 7, with the smaller or the larger variance. No noise is added at timestep
 * 0, nor at the end of a curve. */
const solve: Solver =
  ({ denoise, noise, options: { variance } }) =>
  async (x, { t, level, next }) => {
    const x0 = await denoise(x, level);
    const alphaStep = (level.alpha / next.alpha) ** 2;
    const beta = 1 - alphaStep;
    const fromX0 = (next.alpha * beta) / level.sigma ** 2;
    const fromX = (Math.sqrt(alphaStep) * next.sigma ** 2) / level.sigma ** 2;
    const deviation = Math.sqrt(beta) * (variance === 'fixed_large' ? 1 : next.sigma / level.sigma);
    if (deviation === 0 || t === 0 || (t === null && next.sigma === 0))
      return combine(['x', fromX, x], ['x0', fromX0, x0]);
    return combine(['x', fromX, x], ['x0', fromX0, x0], ['noise', deviation, noise()]);
  };

export const ddpm: Sampler = {
  ...discrete,
  label: 'DDPM',
  order: 1,
  stochastic: 'always',
  options: ['variance'],
  citation: {
    text: 'Ho, Jain, Abbeel: Denoising Diffusion Probabilistic Models, 2020',
    url: 'https://arxiv.org/abs/2006.11239',
  },
  solve,
};
