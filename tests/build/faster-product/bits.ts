import { expect } from 'vitest';

/** Expects the same bits, element by element; a NaN anywhere fails. */
export function expectSameBits(actual: Float32Array, expected: Float32Array): void {
  expect(actual.length).toBe(expected.length);
  const [one, other] = [bitsOf(actual), bitsOf(expected)];
  const different = one.findIndex((word, index) => word !== other[index] || Number.isNaN(actual[index]));
  if (different !== -1) expect.fail(`element ${different} is ${actual[different]}, not ${expected[different]}`);
}

function bitsOf({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}
