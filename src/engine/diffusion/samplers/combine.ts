import type { Term, TermSymbol } from '../frame.ts';
import type { Tensor } from '../../tensor.ts';

/** A weighted sum and the weights that made it. */
export interface Combination {
  readonly x: Tensor;
  readonly terms: readonly Term[];
}

/** What a sum adds up: a symbol for the page, a weight, and what is weighed. */
export type Summand = readonly [symbol: TermSymbol, weight: number, value: Tensor];

/**
 * The weighted sum of tensors of one shape, in float64, rounded once. Every step goes through here, so that the weights
 * a page shows are the ones that were used.
 */
export function combine(...summands: readonly Summand[]): Combination {
  const [first] = summands;
  if (!first) throw new RangeError('combine: at least one summand, got none');
  const { data, shape } = first[2];
  const sum = new Float64Array(data.length);
  for (const [, weight, value] of summands) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? NaN) + weight * (value.data[i] ?? NaN);
  }
  return { x: { data: new Float32Array(sum), shape }, terms: summands.map(([symbol, weight]) => ({ symbol, weight })) };
}

/** The same summands with every weight multiplied. */
export function times(summands: readonly Summand[], factor: number): Summand[] {
  return summands.map(([symbol, weight, value]) => [symbol, factor * weight, value]);
}
