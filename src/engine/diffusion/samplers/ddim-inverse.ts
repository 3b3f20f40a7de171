import { combine } from './combine.ts';
import type { Solver } from './sampler.ts';

/**
 * DDIM backwards, from a picture towards noise. Song et al. 2021, arXiv 2010.02502, sec. 4.3, as in diffusers: the noise
 * in x is taken to be what the network would find if x stood at the higher level already.
 */
export const ddimInverse: Solver =
  ({ denoise }) =>
  async (x, { level, next }) => {
    const x0 = await denoise(x, next);
    // epsilon = (x - alpha_next x0) / sigma_next; x_next = alpha_next (x - sigma epsilon) / alpha + sigma_next epsilon.
    const ratio = next.alpha / level.alpha;
    const fromEpsilon = (next.sigma - ratio * level.sigma) / next.sigma;
    return combine(['x', ratio + fromEpsilon, x], ['x0', -fromEpsilon * next.alpha, x0]);
  };
