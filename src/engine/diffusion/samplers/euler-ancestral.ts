import { combine } from './combine.ts';
import type { SamplerOptions } from './options.ts';
import { fractional } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Where an ancestral step at alpha = 1 goes down to, and the noise that lifts it from there. Song et al. 2021, app. F. */
export function ancestral(
  sigma: number,
  sigmaNext: number,
  { follow }: Pick<SamplerOptions, 'follow'>,
): { sigmaDown: number; sigmaUp: number } {
  if (follow === 'diffusers') return roundedAncestral(sigma, sigmaNext) ?? exact(sigma, sigmaNext);
  return exact(sigma, sigmaNext);
}

function exact(sigma: number, sigmaNext: number) {
  const sigmaUp = (sigmaNext / sigma) * Math.sqrt((sigma - sigmaNext) * (sigma + sigmaNext));
  return { sigmaDown: sigmaNext ** 2 / sigma, sigmaUp };
}

const { fround } = Math;
const squared = (value: number) => fround(fround(value) ** 2);

/** The same as diffusers has it: where the levels fall far, sigma_down is a difference of nearly equal numbers, and taken in
 * float32. Null where that leaves nothing of it, which is not-a-number there. */
function roundedAncestral(sigma: number, sigmaNext: number) {
  const [high, low] = [squared(sigma), squared(sigmaNext)];
  const sigmaUp = fround(Math.sqrt(fround(fround(low * fround(high - low)) / high)));
  const left = fround(low - squared(sigmaUp));
  return left > 0 ? { sigmaDown: fround(Math.sqrt(left)), sigmaUp } : null;
}

/** Euler down to sigma_down, then noise up to sigma_next. k-diffusion's sample_euler_ancestral, eta = 1. */
const solve: Solver =
  ({ denoise, noise, options }) =>
  async (x, { level, next }) => {
    const x0 = await denoise(x, level);
    const { sigmaDown, sigmaUp } = ancestral(level.sigma, next.sigma, options);
    const ratio = sigmaDown / level.sigma;
    if (sigmaUp === 0) return combine(['x', ratio, x], ['x0', 1 - ratio, x0]);
    return combine(['x', ratio, x], ['x0', 1 - ratio, x0], ['noise', sigmaUp, noise()]);
  };

export const eulerAncestral: Sampler = {
  ...fractional,
  label: 'Euler ancestral',
  order: 1,
  stochastic: 'always',
  options: ['follow'],
  citation: {
    text: 'Song et al.: Score-Based Generative Modeling through Stochastic Differential Equations, 2021, app. F',
    url: 'https://arxiv.org/abs/2011.13456',
  },
  solve,
};
