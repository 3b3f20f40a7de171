import type { Tensor } from '../../engine/tensor.ts';

const gains = [500, 200, 100, 50, 20, 10, 5, 2, 1];

/** The factor, round and at least 1, that makes small differences visible without clipping any that lie in [-1, 1]. */
export function gainOf({ data }: Tensor): number {
  const largest = data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return gains.find((gain) => gain * largest <= 1) ?? 1;
}
