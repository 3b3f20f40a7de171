import type { Tensor } from '../../tensor.ts';
import type { Summand } from './combine.ts';

/** Newest first, for one to four estimates at even steps. Adams and Bashforth 1883. */
const weights = [[1], [3 / 2, -1 / 2], [23 / 12, -16 / 12, 5 / 12], [55 / 24, -59 / 24, 37 / 24, -9 / 24]];
export const epsilonSymbols = ['epsilon', 'epsilonPrevious', 'epsilonEarlier', 'epsilonEarliest'] as const;

/** Remembers the newest of up to four estimates of the noise, and says what each of them adds to a step. */
export function extrapolate(estimates: Tensor[], newest: Tensor, total: number): Summand[] {
  remember(estimates, newest, 4);
  const shares = weights[estimates.length - 1] ?? [];
  return estimates.map((estimate, i) => [epsilonSymbols[i] ?? 'epsilon', total * (shares[i] ?? NaN), estimate]);
}

/** Puts the newest in front and forgets all but so many. */
export function remember<T>(items: T[], newest: T, most: number): void {
  items.unshift(newest);
  items.length = Math.min(items.length, most);
}
