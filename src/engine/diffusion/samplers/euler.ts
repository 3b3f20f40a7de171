import { churn } from './churn.ts';
import { combine } from './combine.ts';
import { fractional } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Karras et al. 2022, Euler steps: x + (x - x0) / sigma * (sigma_next - sigma_hat), with churn from sigma up to
 * sigma_hat. As in diffusers the estimate is made before the churn; EDM makes it after. */
const solve: Solver =
  ({ denoise, noise, options }) =>
  async (x, place) => {
    const { level, next } = place;
    const x0 = await denoise(x, level);
    const { sigmaHat, deviation } = churn(place, options);
    const drift = (next.sigma - sigmaHat) / level.sigma;
    if (deviation === 0) return combine(['x', 1 + drift, x], ['x0', -drift, x0]);
    return combine(['x', 1 + drift, x], ['x0', -drift, x0], ['noise', deviation, noise()]);
  };

export const euler: Sampler = {
  ...fractional,
  label: 'Euler',
  order: 1,
  stochastic: 'sChurn',
  options: ['sChurn', 'sTmin', 'sTmax'],
  citation: {
    text: 'Karras, Aittala, Aila, Laine: Elucidating the Design Space of Diffusion-Based Generative Models, 2022',
    url: 'https://arxiv.org/abs/2206.00364',
  },
  solve,
};

/** The same step in the scale of a rectified flow, alpha = 1 - sigma: x + (sigma_next - sigma) u, u = noise - x0. */
export const flowEuler: Sampler = {
  ...fractional,
  label: 'Flow matching Euler',
  order: 1,
  process: 'flow',
  citation: {
    text: 'Liu, Gong, Liu: Flow Straight and Fast: Learning to Generate and Transfer Data with Rectified Flow, 2022',
    url: 'https://arxiv.org/abs/2209.03003',
  },
  solve: (sampling) => solve({ ...sampling, options: { ...sampling.options, sChurn: 0 } }),
};
