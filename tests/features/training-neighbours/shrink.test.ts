import { expect, test } from 'vitest';
import { shrink } from '../../../src/features/training-neighbours/logic/shrink.ts';
import golden from '../../golden/sharp-shrink.json';
import { largestError } from '../../../src/engine/largest-error.ts';

const bytes = (text: string) => [...Buffer.from(text, 'base64')];

/** Red, green, blue -> what a canvas hands out. */
function square(): { data: Uint8ClampedArray; width: number } {
  const rgb = bytes(golden.large);
  const data = Uint8ClampedArray.from({ length: (rgb.length / 3) * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : rgb[3 * Math.floor(i / 4) + (i % 4)]!,
  );
  return { data, width: golden.width };
}

/** Planar on [-1, 1] -> red, green, blue bytes. */
function interleaved(data: Float32Array): number[] {
  const area = data.length / 3;
  return Array.from({ length: data.length }, (_, i) =>
    Math.round((data[(i % 3) * area + Math.floor(i / 3)]! + 1) * 127.5),
  );
}

test('a picture is made small as sharp does it, within one level of 256', () => {
  const small = shrink(square(), false);
  expect(small.shape).toEqual([1, 3, golden.edge, golden.edge]);
  const differences = interleaved(small.data).map((byte, i) => Math.abs(byte - bytes(golden.lanczos)[i]!));
  expect(largestError(differences)).toBeLessThanOrEqual(1);
  expect(differences.filter((difference) => difference > 0).length).toBeLessThan(differences.length / 4);
});

test('blocks of one colour stay that colour without blending', () => {
  // Pixel art is 16x16: blocks of eight by eight.
  const data = Uint8ClampedArray.from({ length: 128 * 128 * 4 }, (_, i) => {
    const [x, y] = [Math.floor(i / 4) % 128, Math.floor(i / 512)];
    return i % 4 === 3 ? 255 : (37 * Math.floor(x / 8) + 91 * Math.floor(y / 8) + 50 * (i % 4)) % 256;
  });
  const small = interleaved(shrink({ data, width: 128 }, true).data);
  const expected = Array.from({ length: 32 * 32 * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % 32, Math.floor(i / 96)];
    return (37 * Math.floor(x / 2) + 91 * Math.floor(y / 2) + 50 * (i % 3)) % 256;
  });
  expect(small).toEqual(expected);
});
