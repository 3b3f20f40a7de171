import type { Tensor } from '../tensor.ts';
import { combine } from './combine.ts';
import type { Sampler, Solver } from './sampler.ts';

/** DPM-Solver++(2M). Lu et al. 2022, Alg. 2: extrapolates x0 from the last two estimates. The first step, the step to
 * sigma 0 and a step after a repeated level are of first order. */
const solve: Solver = ({ denoise }) => {
  let previous: { x0: Tensor; lambda: number } | undefined;
  return async (x, level, next) => {
    const x0 = await denoise(x, level);
    const lambda = Math.log(level.alpha / level.sigma);
    const h = Math.log(next.alpha / next.sigma) - lambda;
    const [fromX, fromX0] = [next.sigma / level.sigma, -next.alpha * Math.expm1(-h)];
    const last = previous;
    previous = { x0, lambda };
    if (!last || last.lambda === lambda || next.sigma === 0) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    const r = (lambda - last.lambda) / h;
    const slope = fromX0 / (2 * r);
    return combine(['x', fromX, x], ['x0', fromX0 + slope, x0], ['x0Previous', -slope, last.x0]);
  };
};

export const dpmpp2m: Sampler = {
  label: 'DPM++ 2M',
  order: 2,
  process: 'vp',
  timestepFamily: 'multistep',
  stride: 'next',
  evaluations: (numSteps) => numSteps,
  stochastic: 'never',
  options: [],
  citation: {
    text: 'Lu et al.: DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models, 2022',
    url: 'https://arxiv.org/abs/2211.01095',
  },
  solve,
};
