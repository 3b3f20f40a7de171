import type { Tensor } from '../../tensor.ts';
import { epsilonSymbols, remember } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import { epsilonOf } from './noise.ts';
import { fractional } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** Linear multistep of order 4 in sigma, at alpha = 1: the integral of the polynomial through the last slopes.
 * k-diffusion's sample_lms. */
const solve: Solver = ({ denoise }) => {
  const past: { sigma: number; epsilon: Tensor }[] = [];
  return async (x, { level, next }) => {
    const epsilon = epsilonOf(x, await denoise(x, level), level);
    remember(past, { sigma: level.sigma, epsilon }, 4);
    const sigmas = past.map(({ sigma }) => sigma);
    return combine(
      ['x', 1, x],
      ...past.map(
        (slope, i) => [epsilonSymbols[i] ?? 'epsilon', integral(sigmas, i, next.sigma), slope.epsilon] as const,
      ),
    );
  };
};

/** The integral, from sigmas[0] to the end, of Lagrange's polynomial that is 1 at sigmas[chosen] and 0 at the others. The
 * degree is at most 3, so Gauss's rule of two points is exact. */
function integral(sigmas: readonly number[], chosen: number, end: number): number {
  const [start = NaN] = sigmas;
  const at = sigmas[chosen] ?? NaN;
  const value = (tau: number) =>
    sigmas.reduce((product, sigma, k) => (k === chosen ? product : (product * (tau - sigma)) / (at - sigma)), 1);
  const [middle, half] = [(start + end) / 2, (end - start) / 2];
  return half * (value(middle - half / Math.sqrt(3)) + value(middle + half / Math.sqrt(3)));
}

export const lms: Sampler = {
  ...fractional,
  label: 'LMS',
  order: 4,
  citation: {
    text: 'Karras, Aittala, Aila, Laine: Elucidating the Design Space of Diffusion-Based Generative Models, 2022 (its ODE); as in k-diffusion',
    url: 'https://arxiv.org/abs/2206.00364',
  },
  solve,
};
