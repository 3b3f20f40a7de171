import type { Tensor } from '../../tensor.ts';
import { combine } from './combine.ts';
import { lambdaOf } from './noise.ts';
import { multistep } from './sampler.ts';
import type { Place, Sampler, Solver } from './sampler.ts';

/** DPM-Solver++(2S). Lu et al. 2022, Alg. 1: steps go in pairs. The first of a pair is of first order, the second goes
 * back and leaps over both with the slope at the point between. As in diffusers, the last steps of a run are of first
 * order: one of an odd number, two of an even number. */
const solve: Solver = ({ denoise, options: { solverType } }) => {
  let start: { x: Tensor; x0: Tensor; place: Place } | undefined;
  return async (x, place) => {
    const { index, numSteps, level, next } = place;
    const x0 = await denoise(x, level);
    const secondOfPair = index % 2 === 1 && index < numSteps - 1;
    if (!secondOfPair || !start) {
      start = { x, x0, place };
      const h = lambdaOf(next) - lambdaOf(level);
      return combine(['x', next.sigma / level.sigma, x], ['x0', -next.alpha * Math.expm1(-h), x0]);
    }
    const lambda = lambdaOf(start.place.level);
    const h = lambdaOf(next) - lambda;
    const r = (lambdaOf(level) - lambda) / h;
    const fromX0 = -next.alpha * Math.expm1(-h);
    const slope = (solverType === 'midpoint' ? fromX0 / 2 : next.alpha * (Math.expm1(-h) / h + 1)) / r;
    return combine(
      ['xPrevious', next.sigma / start.place.level.sigma, start.x],
      ['x0', slope, x0],
      ['x0Previous', fromX0 - slope, start.x0],
    );
  };
};

export const dpmpp2s: Sampler = {
  ...multistep,
  label: 'DPM++ 2S',
  order: 2,
  spacings: ['linspace'],
  options: ['solverType'],
  citation: {
    text: 'Lu et al.: DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models, 2022',
    url: 'https://arxiv.org/abs/2211.01095',
  },
  solve,
};
