import { expect, it, vi } from 'vitest';
import {
  differenceFrom,
  finishedDifference,
  rootMeanSquare,
  shownPicture,
} from '../../../src/features/compare/logic/measures.ts';
import { runWith, frameOf } from '../../session/fakes.ts';
import { tensor } from '../../../src/engine/tensor.ts';

vi.stubGlobal('requestAnimationFrame', () => 0);

const picture = (...values: number[]) => tensor([1, 1, 1, values.length], Float32Array.from(values));

it('what one picture has more than the first, and how much that is', () => {
  const difference = differenceFrom(picture(1, 0, -1), picture(1, 0.5, 0));
  expect([...difference.data]).toEqual([0, 0.5, 1]);
  expect(rootMeanSquare(difference)).toBeCloseTo(Math.sqrt(1.25 / 3), 6);
});

it('pictures of different sizes differ by no number', () => {
  expect(rootMeanSquare(differenceFrom(picture(1), picture(1, 2)))).toBeNaN();
});

it('the same noisy picture looks the same, however its run scales it', () => {
  const [x, alpha] = [picture(3, -2), 0.25];
  const exploding = { ...frameOf(0, 4), x, level: { alpha: 1, sigma: 2 } };
  const preserving = { ...exploding, x: picture(3 * alpha, -2 * alpha), level: { alpha, sigma: 2 * alpha } };
  const [a, b] = [shownPicture(exploding, 'x', 0.96), shownPicture(preserving, 'x', 0.96)];
  expect(rootMeanSquare(differenceFrom(a, b))).toBeLessThan(1e-6);
  expect(rootMeanSquare(a)).toBeGreaterThan(0.5);
});

it('finished pictures are compared when both are there', () => {
  expect(finishedDifference(runWith(5), runWith(4))).toBeNull();
  expect(finishedDifference(runWith(5), undefined)).toBeNull();
  expect(finishedDifference(runWith(5), runWith(5))).toBe(0);
});
