import { expect, test } from 'vitest';
import { tensor } from '../../src/engine/tensor.ts';
import { fromEightBit, toEightBit } from '../../src/session/eight-bit.ts';

test('a byte keeps a value to half a step, and the ends exactly', () => {
  const values = Float32Array.from({ length: 400 }, (_, i) => -1 + i / 199.5);
  const [back] = fromEightBit(toEightBit(tensor([1, 1, 20, 20], values)), [1, 1, 20, 20]);
  values.forEach((value, i) => expect(Math.abs((back?.data[i] ?? 9) - value)).toBeLessThan(0.5 / 127.5 + 1e-6));
  expect([back?.data[0], back?.data[399]]).toEqual([-1, 1]);
});

test('what lies outside is clipped', () => {
  expect([...toEightBit(tensor([1, 1, 1, 2], Float32Array.of(-7, 7)))]).toEqual([0, 255]);
});

test('bytes that are not whole pictures are refused', () => {
  expect(() => fromEightBit(new Uint8Array(5), [1, 1, 2, 2])).toThrow('4 bytes');
  expect(() => fromEightBit(new Uint8Array(0), [1, 1, 2, 2])).toThrow(RangeError);
});
