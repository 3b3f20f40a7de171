import { combine } from './combine.ts';
import { fractional } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

const { fround } = Math;
const squared = (value: number) => fround(fround(value) ** 2);

/**
 * Where an ancestral step at alpha = 1 goes down to, and the noise that lifts it from there. Song et al. 2021, app. F.
 * Where the levels fall far, sigma_down is a difference of nearly equal numbers, and diffusers takes it in float32: so it
 * is rounded here where it is there. Where float32 leaves nothing of it (there not-a-number) it is what it should be.
 */
export function ancestral(sigma: number, sigmaNext: number): { sigmaDown: number; sigmaUp: number } {
  const [high, low] = [squared(sigma), squared(sigmaNext)];
  const sigmaUp = fround(Math.sqrt(fround(fround(low * fround(high - low)) / high)));
  const left = fround(low - squared(sigmaUp));
  if (left > 0) return { sigmaDown: fround(Math.sqrt(left)), sigmaUp };
  return { sigmaDown: sigmaNext ** 2 / sigma, sigmaUp: sigmaNext * Math.sqrt(1 - (sigmaNext / sigma) ** 2) };
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
