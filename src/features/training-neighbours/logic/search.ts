import { breath } from './breath.ts';
import type { PicturesIndex, RedrawnIndex } from './read-index.ts';

/** Multiplications between two breaths: some milliseconds. */
const slice = 500_000;

/** A picture in the index's components, in units of its step. values: on [-1, 1], planar. */
export function project(values: ArrayLike<number>, { basis, scales, offsets, step }: RedrawnIndex): Float32Array {
  const size = basis.length / scales.length;
  return Float32Array.from(scales, (scale, row) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += (basis[row * size + i] ?? 0) * (values[i] ?? 0);
    return (sum * scale - (offsets[row] ?? 0)) / step;
  });
}

/** Squared distance of each training picture to `place` in the index's components. */
export async function componentDistances(
  { codes, count }: RedrawnIndex,
  place: Float32Array,
  signal: AbortSignal,
): Promise<Float32Array> {
  const distances = new Float32Array(count);
  const rowsAtOnce = Math.max(1, Math.floor(slice / count));
  for (const [row, value] of place.entries()) {
    if (row % rowsAtOnce === 0) await breath(signal);
    for (let i = 0, at = row * count; i < count; i++, at++) {
      const gap = (codes[at] ?? 0) - value;
      distances[i] = (distances[i] ?? 0) + gap * gap;
    }
  }
  return distances;
}

/** Squared distance of each training picture to a picture on [-1, 1], exactly. */
export async function pictureDistances(
  { pictures, count }: PicturesIndex,
  values: ArrayLike<number>,
  signal: AbortSignal,
): Promise<Float32Array> {
  const distances = new Float32Array(count);
  const size = values.length;
  const picturesAtOnce = Math.max(1, Math.floor(slice / size));
  for (let k = 0; k < count; k++) {
    if (k % picturesAtOnce === 0) await breath(signal);
    let sum = 0;
    for (let i = 0, at = k * size; i < size; i++, at++) {
      const gap = (pictures[at] ?? 0) / 127.5 - 1 - (values[i] ?? 0);
      sum += gap * gap;
    }
    distances[k] = sum;
  }
  return distances;
}

/** The places of the smallest values, the smallest first. */
export function smallest(values: Float32Array, count: number): number[] {
  const places: number[] = [];
  let limit = Infinity;
  for (const [place, value] of values.entries()) {
    if (places.length === count && value >= limit) continue;
    const after = places.findIndex((other) => (values[other] ?? 0) > value);
    places.splice(after < 0 ? places.length : after, 0, place);
    places.length = Math.min(places.length, count);
    limit = values[places.at(-1) ?? 0] ?? Infinity;
  }
  return places;
}
