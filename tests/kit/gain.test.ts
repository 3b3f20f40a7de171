import { expect, test } from 'vitest';
import { tensor } from '../../src/engine/tensor.ts';
import { gainOf } from '../../src/kit/paint/gain.ts';

const gainAt = (...values: number[]) => gainOf(tensor([1, 1, 1, values.length], Float32Array.from(values)));

test('differences are enlarged by a round factor, as far as none is clipped', () => {
  expect(gainAt(0.3, -0.01)).toBe(2);
  expect(gainAt(-0.03, 0.01)).toBe(20);
  expect(gainAt(0.9)).toBe(1);
});

test('large differences are never made smaller, and none at all is no trouble', () => {
  expect(gainAt(3)).toBe(1);
  expect(gainAt(0)).toBe(500);
});
