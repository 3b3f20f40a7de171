import { combine } from './combine.ts';
import { epsilonOf, transfer } from './noise.ts';
import { extrapolate } from './adams-bashforth.ts';
import { discrete } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';
import type { Tensor } from '../../tensor.ts';

/** Pseudo linear multistep (PLMS): DDIM's step with an estimate of the noise extrapolated from up to four. Liu et al. 2022,
 * eq. 12, begun as in diffusers: the first step averages the noise at both its ends. */
const solve: Solver = ({ denoise }) => {
  const earlier: Tensor[] = [];
  return async (x, { index, level, next }) => {
    const epsilon = epsilonOf(x, await denoise(x, level), level);
    const [fromX, fromEpsilon] = transfer(level, next);
    const euler = combine(['x', fromX, x], ['epsilon', fromEpsilon, epsilon]);
    const multistep = extrapolate(earlier, epsilon, fromEpsilon);
    if (index > 0) return combine(['x', fromX, x], ...multistep);
    if (next.sigma === 0 || next.sigma === level.sigma) return euler;
    const epsilonSecond = epsilonOf(euler.x, await denoise(euler.x, next), next);
    const half = fromEpsilon / 2;
    return combine(['x', fromX, x], ['epsilon', half, epsilon], ['epsilonSecond', half, epsilonSecond]);
  };
};

export const pndm: Sampler = {
  ...discrete,
  label: 'PNDM',
  order: 2,
  end: 'first',
  // Upstream's first step mixes up levels with the other spacings.
  spacings: ['leading'],
  evaluations: (numSteps) => (numSteps === 1 ? 1 : numSteps + 1),
  citation: {
    text: 'Liu, Ren, Lin, Zhao: Pseudo Numerical Methods for Diffusion Models on Manifolds, 2022',
    url: 'https://arxiv.org/abs/2202.09778',
  },
  solve,
};
