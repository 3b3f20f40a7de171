import type { Tensor } from '../../tensor.ts';
import { remember } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import { lambdaOf } from './noise.ts';
import { multistep } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** DPM-Solver++(3M): x0 extrapolated from its last three estimates. Lu et al. 2022, app. B; as in diffusers the second
 * step is of second order, and so is the last but one of fewer than fifteen. As there, and in k-diffusion, the second
 * difference weighs half of what the third order asks for, so the order it shows is 2. */
const solve: Solver = ({ denoise }) => {
  const past: { x0: Tensor; lambda: number }[] = [];
  return async (x, { index, numSteps, level, next }) => {
    const x0 = await denoise(x, level);
    const lambda = lambdaOf(level);
    remember(past, { x0, lambda }, 3);
    const h = lambdaOf(next) - lambda;
    const [fromX, fromX0] = [next.sigma / level.sigma, -next.alpha * Math.expm1(-h)];
    const [, previous, earlier] = past;
    if (!previous || next.sigma === 0) return combine(['x', fromX, x], ['x0', fromX0, x0]);
    const r0 = (lambda - previous.lambda) / h;
    if (!earlier || (index === numSteps - 2 && numSteps < 15)) {
      const slope = fromX0 / (2 * r0);
      return combine(['x', fromX, x], ['x0', fromX0 + slope, x0], ['x0Previous', -slope, previous.x0]);
    }
    // Weights of the divided differences D1_0 = (x0 - x0Previous) / r0 and D1_1 = (x0Previous - x0Earlier) / r1.
    const r1 = (previous.lambda - earlier.lambda) / h;
    const first = next.alpha * (Math.expm1(-h) / h + 1);
    const second = -next.alpha * ((Math.expm1(-h) + h) / h ** 2 - 0.5);
    const bend = (first * r0 + second) / (r0 + r1);
    const [newer, older] = [(first + bend) / r0, -bend / r1];
    return combine(
      ['x', fromX, x],
      ['x0', fromX0 + newer, x0],
      ['x0Previous', older - newer, previous.x0],
      ['x0Earlier', -older, earlier.x0],
    );
  };
};

export const dpmpp3m: Sampler = {
  ...multistep,
  label: 'DPM++ 3M',
  order: 2,
  citation: {
    text: 'Lu et al.: DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models, 2022',
    url: 'https://arxiv.org/abs/2211.01095',
  },
  solve,
};
