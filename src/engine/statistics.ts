import type { Tensor } from './tensor.ts';

/** Mean and standard deviation over all values. */
export function moments({ data }: Tensor): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  for (const value of data) sum += value;
  const mean = sum / data.length;
  for (const value of data) squares += (value - mean) ** 2;
  return { mean, deviation: Math.sqrt(squares / data.length) };
}

/** How much two pictures differ: the root mean square of their difference. */
export function distance(a: Tensor, b: Tensor): number {
  let squares = 0;
  for (let i = 0; i < a.data.length; i++) squares += (a.data[i]! - b.data[i]!) ** 2;
  return Math.sqrt(squares / a.data.length);
}
