import type { Level } from '../denoiser.ts';
import type { Tensor } from '../../tensor.ts';
import { epsilonSymbols, remember } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import { epsilonOf } from './noise.ts';
import { numpyLog } from './numpy-log.ts';
import { multistep } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** tAB-DEIS in log rho: the integral of the polynomial in log rho, rho = sigma / alpha, through the last two or three
 * estimates of the noise. Zhang and Chen 2022, eq. 15. As in diffusers the order falls at the end of fewer than fifteen. */
const solve: Solver = ({ denoise, options: { solverOrder } }) => {
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
        (one, i) => [epsilonSymbols[i] ?? 'epsilon', next.alpha * integral(rhos, i, end), one.epsilon] as const,
      ),
    );
  };
};

const { fround } = Math;

/** sigma / alpha of a level that preserves variance, rounded as diffusers does on the way there and back. */
function rhoOf({ alpha, sigma }: Level): number {
  const ratio = fround(sigma / alpha);
  const unit = fround(1 / fround(Math.sqrt(fround(fround(ratio ** 2) + 1))));
  return fround(fround(ratio * unit) / unit);
}

/**
 * The integral over rho, from rhos[0] to the end, of Lagrange's polynomial in log rho that is 1 at rhos[chosen] and 0 at
 * the one or two others; rho itself where there is none. It is a difference of nearly equal numbers, and diffusers takes it
 * in float32: at a hundred steps that moves a step of order 3 by a thousandth. So it is rounded here where it is there.
 */
function integral(rhos: readonly number[], chosen: number, end: number): number {
  const [start = NaN] = rhos;
  const logs = rhos.map(numpyLog);
  const others = [...logs.slice(chosen + 1), ...logs.slice(0, chosen)];
  if (others.length === 0) return end - start;
  const divisor = others.map((other) => fround((logs[chosen] ?? NaN) - other)).reduce((a, b) => fround(a * b));
  const primitive = (rho: number) => fround(fround(rho * integrand(numpyLog(rho), others)) / divisor);
  return fround(primitive(end) - primitive(start));
}

/** With u = log rho: the integral of rho (u - c) or rho (u - c)(u - d) over u, divided by rho. */
function integrand(u: number, [c = NaN, d]: readonly number[]): number {
  if (d === undefined) return fround(fround(u - c) - 1);
  const summands = [c * fround(fround(d - u) + 1), -(d * u), d, u ** 2, -2 * u, 2];
  return summands.reduce((sum, summand) => fround(sum + fround(summand)), 0);
}

export const deis: Sampler = {
  ...multistep,
  label: 'DEIS',
  order: 2,
  end: 'first',
  options: ['solverOrder'],
  citation: {
    text: 'Zhang, Chen: Fast Sampling of Diffusion Models with Exponential Integrator, 2022',
    url: 'https://arxiv.org/abs/2204.13902',
  },
  solve,
};
