import type { Tensor } from '../../tensor.ts';
import { combine } from './combine.ts';
import type { Combination, Summand } from './combine.ts';
import { ancestral } from './euler-ancestral.ts';
import { fractional } from './sampler.ts';
import type { Place, Sampler, Sampling, Solver } from './sampler.ts';

/** A midpoint step at alpha = 1 from sigma to sigmaEnd: the slope at their geometric mean. Karras et al. 2022 (app. B) call
 * it DPM-2; Lu et al. 2022, DPM-Solver-2. A step to 0 is Euler's. */
async function midpoint(
  denoise: Sampling['denoise'],
  x: Tensor,
  { level }: Place,
  sigmaEnd: number,
  lift: () => readonly Summand[],
): Promise<Combination> {
  const { alpha, sigma } = level;
  const x0 = await denoise(x, level);
  if (sigmaEnd === 0) return combine(['x', 0, x], ['x0', 1, x0]);
  const sigmaMid = Math.sqrt(sigma * sigmaEnd);
  const ratio = sigmaMid / sigma;
  const middle = combine(['x', ratio, x], ['x0', 1 - ratio, x0]).x;
  const x0Second = await denoise(middle, { alpha, sigma: sigmaMid });
  const slope = (sigmaEnd - sigma) / sigmaMid;
  return combine(
    ['x', 1 + slope * ratio, x],
    ['x0', slope * (1 - ratio), x0],
    ['x0Second', -slope, x0Second],
    ...lift(),
  );
}

const solve: Solver =
  ({ denoise }) =>
  (x, place) =>
    midpoint(denoise, x, place, place.next.sigma, () => []);

const solveAncestral: Solver =
  ({ denoise, noise, options }) =>
  (x, place) => {
    const { sigmaDown, sigmaUp } = ancestral(place.level.sigma, place.next.sigma, options);
    return midpoint(denoise, x, place, sigmaDown, () => (sigmaUp === 0 ? [] : [['noise', sigmaUp, noise()]]));
  };

const twice = {
  ...fractional,
  evaluations: (numSteps: number) => 2 * numSteps - 1,
  citation: {
    text: 'Lu et al.: DPM-Solver: A Fast ODE Solver for Diffusion Probabilistic Model Sampling in Around 10 Steps, 2022',
    url: 'https://arxiv.org/abs/2206.00927',
  },
};

export const dpm2: Sampler = { ...twice, label: 'DPM2', order: 2, solve };

export const dpm2Ancestral: Sampler = {
  ...twice,
  label: 'DPM2 ancestral',
  order: 2,
  stochastic: 'always',
  options: ['follow'],
  solve: solveAncestral,
};
