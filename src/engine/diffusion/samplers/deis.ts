import type { Level } from '../denoiser.ts';
import type { Tensor } from '../../tensor.ts';
import { epsilonSymbols, remember } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import { roundedIntegral, roundedRhoOf } from './deis-rounded.ts';
import { exponentialMoment } from './exponential-moment.ts';
import { epsilonOf } from './noise.ts';
import { multistep } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** tAB-DEIS in log rho: the integral of the polynomial in log rho, rho = sigma / alpha, through the last two or three
 * estimates of the noise. Zhang and Chen 2022, eq. 15. As in diffusers the order falls at the end of fewer than fifteen. */
const solve: Solver = ({ denoise, options: { solverOrder, follow } }) => {
  const [rhoOf, weightOf] =
    follow === 'paper' ? [({ alpha, sigma }: Level) => sigma / alpha, integral] : [roundedRhoOf, roundedIntegral];
  const past: { epsilon: Tensor; rho: number }[] = [];
  return async (x, { index, numSteps, level, next }) => {
    const epsilon = epsilonOf(x, await denoise(x, level), level);
    remember(past, { epsilon, rho: rhoOf(level) }, solverOrder);
    const left = numSteps < 15 ? numSteps - index : Infinity;
    const order = next.sigma === 0 ? 1 : Math.min(past.length, left);
    const used = past.slice(0, order);
    const rhos = used.map(({ rho }) => rho);
    const end = rhoOf(next);
    return combine(
      ['x', next.alpha / level.alpha, x],
      ...used.map(
        (one, i) => [epsilonSymbols[i] ?? 'epsilon', next.alpha * weightOf(rhos, i, end), one.epsilon] as const,
      ),
    );
  };
};

/**
 * The integral over rho, from rhos[0] to the end, of Lagrange's polynomial in log rho that is 1 at rhos[chosen] and 0 at
 * the one or two others. With u = log(rho / rhos[0]) it is that of the polynomial times rhos[0] e^u over u from 0.
 */
function integral(rhos: readonly number[], chosen: number, end: number): number {
  const [start = NaN] = rhos;
  const places = rhos.map((rho) => Math.log(rho / start));
  const here = places[chosen] ?? NaN;
  const others = places.filter((_, i) => i !== chosen);
  // The only estimate is constant, also on the way to rho 0, where u has no end.
  if (others.length === 0) return end - start;
  const [c = NaN, d] = others;
  const coefficients = d === undefined ? [-c, 1] : [c * d, -(c + d), 1];
  const divisor = others.reduce((product, other) => product * (here - other), 1);
  const last = Math.log(end / start);
  return (start * coefficients.reduce((sum, factor, k) => sum + factor * exponentialMoment(k, last), 0)) / divisor;
}

export const deis: Sampler = {
  ...multistep,
  label: 'DEIS',
  order: 2,
  end: 'first',
  options: ['solverOrder', 'follow'],
  citation: {
    text: 'Zhang, Chen: Fast Sampling of Diffusion Models with Exponential Integrator, 2022',
    url: 'https://arxiv.org/abs/2204.13902',
  },
  solve,
};
