import { describe, expect, it } from 'vitest';
import { tensor, type Tensor } from '../../../src/engine/tensor.ts';
import type { EnlargerEntry } from '../../../src/session/enlargers.ts';
import { SharpPictures } from '../../../src/features/sharp/sharp-pictures.svelte.ts';

const picture = (value: number) => tensor([1, 1, 1, 1], Float32Array.of(value));
const entry = { manifest: { id: 'sharp', models: ['portraits'] }, url: '' } as unknown as EnlargerEntry;
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Pictures of a session that enlarges by negating, and the order in which it was asked. */
function pictures({ fails = false } = {}) {
  const asked: number[] = [];
  const sharp = new SharpPictures({
    load: () => Promise.resolve(),
    enlarge: (_network, { data }: Tensor) => {
      asked.push(data[0]!);
      return fails ? Promise.reject(new Error('lost')) : Promise.resolve(picture(-data[0]!));
    },
  });
  return { sharp, asked };
}
const there = () => Promise.resolve(entry);

describe('pictures drawn sharp', () => {
  it('are pixels until the network is there, and each is drawn once, in the order that is wanted', async () => {
    const { sharp, asked } = pictures();
    const [one, two] = [picture(1), picture(2)];
    sharp.want([two, one]);
    expect(sharp.of(one)).toBeNull();
    await sharp.open('portraits', there);
    await settled();
    expect([sharp.of(one)?.data[0], sharp.of(two)?.data[0]]).toEqual([-1, -2]);
    sharp.want([one, two]);
    await settled();
    expect(asked).toEqual([2, 1]);
  });

  it('draw what is wanted now in place of what waits', async () => {
    const { sharp, asked } = pictures();
    await sharp.open('portraits', there);
    sharp.want([1, 2, 3, 4].map(picture));
    sharp.want([picture(9)]);
    await settled();
    expect(asked).toEqual([1, 9]);
  });

  it('stay pixels where a model has no such network, where it does not arrive, and where it fails', async () => {
    for (const [options, find] of [
      [{}, () => Promise.resolve(null)],
      [{}, () => Promise.reject(new Error('404'))],
      [{ fails: true }, there],
    ] as const) {
      const { sharp } = pictures(options);
      const one = picture(1);
      await sharp.open('digits', find);
      sharp.want([one]);
      await settled();
      expect(sharp.of(one)).toBeNull();
    }
  });

  it('show nothing of a network that went with its model', async () => {
    const { sharp } = pictures();
    const one = picture(1);
    await sharp.open('portraits', there);
    sharp.want([one]);
    await settled();
    sharp.close();
    expect(sharp.of(one)).toBeNull();
  });
});
