import { describe, expect, it } from 'vitest';
import { MT19937 } from '../../../src/engine/rng/mt19937.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import { findNearest } from '../../../src/features/training-neighbours/logic/find-nearest.ts';
import { readIndex, type PicturesIndex } from '../../../src/features/training-neighbours/logic/read-index.ts';
import {
  componentDistances,
  pictureDistances,
  smallest,
} from '../../../src/features/training-neighbours/logic/search.ts';
import {
  isNearCopy,
  quantile,
  shareNearer,
  yardstickFor,
} from '../../../src/features/training-neighbours/logic/yardstick.ts';
import { indexFile, picturesHeader, redrawnHeader, yardstick, yardsticks } from './files.ts';

const words = new MT19937(3);
const bytes = (length: number) => Uint8Array.from({ length }, () => words.next() >>> 24);
const { signal } = new AbortController();

/** 2,000 pictures of sixteen values. */
async function manyPictures(): Promise<PicturesIndex> {
  const count = 2000;
  const labelOf = Uint8Array.from({ length: count }, (_, i) => i % 2);
  const index = await readIndex(indexFile({ ...picturesHeader, count }, [labelOf, bytes(16 * count)]), 16);
  if (index.kind !== 'pictures') throw new Error('not as it was written');
  return index;
}

describe('the search', () => {
  it('finds the smallest values in their order, as sorting does', () => {
    const values = Float32Array.from({ length: 500 }, () => words.next() / 2 ** 32);
    const sorted = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
    expect(smallest(values, 16)).toEqual(sorted.slice(0, 16));
    expect(smallest(values, 1000)).toEqual(sorted);
  });

  it('finds a training picture itself first, at distance 0', async () => {
    const index = await manyPictures();
    const own = Float32Array.from(index.pictures.subarray(16 * 777, 16 * 778), (byte) => byte / 127.5 - 1);
    const options = { count: 5, signal, onProgress: () => {} };
    const found = await findNearest(tensor([1, 1, 4, 4], own), index, options);
    expect(found).toHaveLength(5);
    expect(found[0]!.distance).toBeCloseTo(0, 6);
    expect(found[0]!.words).toEqual(['1']);
    expect(found[0]!.picture.data).toEqual(own);
    const distances = found.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
  });

  it('clips what is not shown: a picture beyond [-1, 1] is as far as its clipped self', async () => {
    const index = await manyPictures();
    const values = Float32Array.from({ length: 16 }, (_, i) => (i % 2 === 0 ? 3 : -0.5));
    const options = { count: 1, signal, onProgress: () => {} };
    const [far] = await findNearest(tensor([1, 1, 4, 4], values), index, options);
    const [clipped] = await findNearest(
      tensor(
        [1, 1, 4, 4],
        values.map((value) => Math.min(1, value)),
      ),
      index,
      options,
    );
    expect(far).toEqual(clipped);
  });

  it('sums the squares of all components', async () => {
    const codes = Int8Array.of(1, -2, 3, 10, 20, -30);
    const index = await readIndex(indexFile(redrawnHeader, [new Int8Array(8), codes, new Uint8Array(3)]), 4);
    if (index.kind !== 'redrawn') throw new Error('not as it was written');
    const distances = await componentDistances(index, Float32Array.of(1, 0), signal);
    expect([...distances]).toEqual([100, 9 + 400, 4 + 900]);
  });

  it('stops when it is told to', async () => {
    const index = await manyPictures();
    const abort = new AbortController();
    const search = pictureDistances(index, new Float32Array(16), abort.signal);
    abort.abort();
    await expect(search).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the yardstick', () => {
  it('says between its quantiles how many come nearer', () => {
    expect(shareNearer(yardstick, 1)).toBe(0);
    expect(shareNearer(yardstick, 5)).toBeCloseTo(0.375, 9);
    expect(shareNearer(yardstick, 10)).toBe(1);
    for (const share of [0.05, 0.3, 0.75]) {
      expect(shareNearer(yardstick, quantile(yardstick, share))).toBeCloseTo(share, 9);
    }
  });

  it('is that of its kind, or of all where the kind has none', () => {
    const header = { kind: 'pictures' as const, count: 3, labels: ['0'], yardstick, yardsticks };
    expect(yardstickFor(header, ['smile', 'thumbs'])).toBe(yardsticks[0]);
    expect(yardstickFor(header, ['smile'])).toBe(yardstick);
  });

  it('takes for a near copy what is nearer than all but a twentieth', () => {
    const limit = quantile(yardstick, 0.05);
    expect(isNearCopy(yardstick, limit - 0.01)).toBe(true);
    expect(isNearCopy(yardstick, limit + 0.01)).toBe(false);
  });
});
