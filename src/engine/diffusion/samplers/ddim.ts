import { combine } from './combine.ts';
import { discrete } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Song et al. 2021, eq. 12 and 16: eta 0 draws no noise, eta 1 draws as much as DDPM. */
const solve: Solver =
  ({ denoise, noise, options: { eta } }) =>
  async (x, { level, next }) => {
    const x0 = await denoise(x, level);
    const deviation = eta * (next.sigma / level.sigma) * Math.sqrt(1 - (level.alpha / next.alpha) ** 2);
    const direction = Math.sqrt(Math.max(0, next.sigma ** 2 - deviation ** 2)) / level.sigma;
    const [fromX, fromX0] = [direction, next.alpha - direction * level.alpha];
    if (deviation === 0) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    return combine(['x', fromX, x], ['x0', fromX0, x0], ['noise', deviation, noise()]);
  };

export const ddim: Sampler = {
  ...discrete,
  label: 'DDIM',
  order: 1,
  stride: 'even',
  stochastic: 'eta',
  options: ['eta'],
  citation: {
    text: 'Song, Meng, Ermon: Denoising Diffusion Implicit Models, 2021',
    url: 'https://arxiv.org/abs/2010.02502',
  },
  solve,
};
