import type { Tensor } from '../../tensor.ts';
import { combine } from './combine.ts';
import { lambdaOf } from './noise.ts';
import { multistep } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

const citation = {
  text: 'Lu et al.: DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models, 2022',
  url: 'https://arxiv.org/abs/2211.01095',
};

/** DPM-Solver++(2M). Lu et al. 2022, Alg. 2: extrapolates x0 from the last two estimates. The first step and the step to
 * sigma 0 are of first order. */
const solve: Solver = ({ denoise, options: { solverType } }) => {
  let previous: { x0: Tensor; lambda: number } | undefined;
  return async (x, { level, next }) => {
    const x0 = await denoise(x, level);
    const lambda = lambdaOf(level);
    const h = lambdaOf(next) - lambda;
    const [fromX, fromX0] = [next.sigma / level.sigma, -next.alpha * Math.expm1(-h)];
    const last = previous;
    previous = { x0, lambda };
    if (!last || next.sigma === 0) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    const r = (lambda - last.lambda) / h;
    const slope = (solverType === 'midpoint' ? fromX0 / 2 : next.alpha * (Math.expm1(-h) / h + 1)) / r;
    return combine(['x', fromX, x], ['x0', fromX0 + slope, x0], ['x0Previous', -slope, last.x0]);
  };
};

export const dpmpp2m: Sampler = {
  ...multistep,
  label: 'DPM++ 2M',
  order: 2,
  options: ['solverType'],
  citation,
  solve,
};

/** The same for the SDE, which forgets half of x and adds noise in every step. Lu et al. 2022, eq. 18 (SDE-DPM-Solver++). */
const solveSde: Solver = ({ denoise, noise, options: { solverType } }) => {
  let previous: { x0: Tensor; lambda: number } | undefined;
  return async (x, { level, next }) => {
    const x0 = await denoise(x, level);
    const lambda = lambdaOf(level);
    const h = lambdaOf(next) - lambda;
    const [fromX, fromX0] = [(next.sigma / level.sigma) * Math.exp(-h), -next.alpha * Math.expm1(-2 * h)];
    const last = previous;
    previous = { x0, lambda };
    if (next.sigma === 0) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    const deviation = next.sigma * Math.sqrt(-Math.expm1(-2 * h));
    if (!last) return combine(['x', fromX, x], ['x0', fromX0, x0], ['noise', deviation, noise()]);
    const r = (lambda - last.lambda) / h;
    const slope = (solverType === 'midpoint' ? fromX0 / 2 : next.alpha * (Math.expm1(-2 * h) / (2 * h) + 1)) / r;
    return combine(
      ['x', fromX, x],
      ['x0', fromX0 + slope, x0],
      ['x0Previous', -slope, last.x0],
      ['noise', deviation, noise()],
    );
  };
};

export const dpmpp2mSde: Sampler = {
  ...multistep,
  label: 'DPM++ 2M SDE',
  order: 2,
  stochastic: 'always',
  options: ['solverType'],
  citation,
  solve: solveSde,
};
