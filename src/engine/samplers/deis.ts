import type { Tensor } from '../tensor.ts';
import { epsilonSymbols, remember } from './adams-bashforth.ts';
import { combine } from './combine.ts';
import { epsilonOf } from './noise.ts';
import { multistep } from './sampler.ts';
import type { Sampler, Solver } from './sampler.ts';

/** tAB-DEIS in log rho: the integral of the polynomial in log rho, rho = sigma / alpha, through the last two or three
 * estimates of the noise. Zhang and Chen 2022, eq. 15. As in diffusers the order falls at the end of fewer than fifteen. */
const solve: Solver = ({ denoise, options: { solverOrder } }) => {
  const past: { epsilon: Tensor; rho: number }[] = [];
  return async (x, { index, numSteps, level, next }) => {
    const epsilon = epsilonOf(x, await denoise(x, level), level);
    remember(past, { epsilon, rho: level.sigma / level.alpha }, solverOrder);
    const left = numSteps < 15 ? numSteps - index : Infinity;
    const order = next.sigma === 0 ? 1 : Math.min(past.length, left);
    const used = past.slice(0, order);
    const rhos = used.map(({ rho }) => rho);
    const end = next.sigma / next.alpha;
    return combine(
      ['x', next.alpha / level.alpha, x],
      ...used.map(
        (one, i) => [epsilonSymbols[i] ?? 'epsilon', next.alpha * integral(rhos, i, end), one.epsilon] as const,
      ),
    );
  };
};

/** The integral over rho, from rhos[0] to the end, of Lagrange's polynomial in log rho that is 1 at rhos[chosen] and 0 at
 * the one or two others; rho itself where there is none. */
function integral(rhos: readonly number[], chosen: number, end: number): number {
  const [start = NaN] = rhos;
  const at = Math.log(rhos[chosen] ?? NaN);
  const [c, d] = rhos.filter((_, i) => i !== chosen).map(Math.log);
  if (c === undefined) return end - start;
  // With u = log rho: the integrals of rho (u - c) and rho (u - c)(u - d) over u.
  const primitive = (rho: number) => {
    const u = Math.log(rho);
    if (d === undefined) return (rho * (u - 1 - c)) / (at - c);
    return (rho * (u ** 2 - 2 * u + 2 - (c + d) * (u - 1) + c * d)) / ((at - c) * (at - d));
  };
  return primitive(end) - primitive(start);
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
