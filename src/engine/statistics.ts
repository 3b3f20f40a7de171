import type { Tensor } from './tensor.ts';

/** Mean and standard deviation over all values. */
export function moments({ data }: Tensor): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  for (const value of data) sum += value;
  const mean = sum / data.length;
  for (const value of data) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / data.length) };
}

/** How much two pictures differ: the root mean square of their difference; NaN where sizes differ. */
export function distance(a: Tensor, b: Tensor): number {
  if (a.data.length !== b.data.length) return NaN;
  const squares = a.data.reduce((sum, value, i) => sum + (value - (b.data[i] ?? NaN)) ** 2, 0);
  return Math.sqrt(squares / a.data.length);
}
