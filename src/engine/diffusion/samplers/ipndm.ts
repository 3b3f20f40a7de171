import type { Tensor } from '../../tensor.ts';
import { extrapolate } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import { epsilonOf, transfer } from './noise.ts';
import { discrete } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** PNDM without a second evaluation: it begins with the lower orders. Zhang and Chen 2022, improved PNDM. */
const solve: Solver = ({ denoise }) => {
  const earlier: Tensor[] = [];
  return async (x, { level, next }) => {
    const epsilon = epsilonOf(x, await denoise(x, level), level);
    const [fromX, fromEpsilon] = transfer(level, next);
    return combine(['x', fromX, x], ...extrapolate(earlier, epsilon, fromEpsilon));
  };
};

export const ipndm: Sampler = {
  ...discrete,
  label: 'iPNDM',
  order: 2,
  citation: {
    text: 'Zhang, Chen: Fast Sampling of Diffusion Models with Exponential Integrator, 2022',
    url: 'https://arxiv.org/abs/2204.13902',
  },
  solve,
};
