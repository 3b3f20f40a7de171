import type { Level } from '../denoiser.ts';
import { numpyLog } from './numpy-log.ts';

/**
 * The weights of DEIS as diffusers has them: differences of nearly equal numbers, taken in float32. At a hundred steps that
 * moves a step of order 3 by a thousandth, and more steps make it worse. Only replays of diffusers' own runs use it.
 */
const { fround } = Math;

/** sigma / alpha of a level that preserves variance, rounded as diffusers does on the way there and back. */
export function roundedRhoOf({ alpha, sigma }: Level): number {
  const ratio = fround(sigma / alpha);
  const unit = fround(1 / fround(Math.sqrt(fround(fround(ratio ** 2) + 1))));
  return fround(fround(ratio * unit) / unit);
}

/** What `integral` of deis.ts is, rounded after every operation. */
export function roundedIntegral(rhos: readonly number[], chosen: number, end: number): number {
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
