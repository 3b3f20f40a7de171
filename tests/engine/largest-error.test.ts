import { describe, expect, it, test } from 'vitest';
import { errorOf, levelDifference } from '../../src/engine/diffusion/conformance.ts';
import { largestDifference, largestError } from '../../src/engine/largest-error.ts';
import { distance } from '../../src/engine/statistics.ts';
import { tensor } from '../../src/engine/tensor.ts';

const numbers = [0.5, -1, 0.25, 1];
const at = (place: number, value: number) => numbers.map((one, i) => (i === place ? value : one));
const places = [0, 1, 2, 3];
const pictureOf = (values: readonly number[]) => tensor([1, 1, 1, values.length], Float32Array.from(values));

test('the largest error is the largest', () => {
  expect(largestError([0.1, 0.3, 0.2])).toBe(0.3);
  expect(largestError([0])).toBe(0);
  expect(largestDifference(numbers, at(2, 0.5))).toBe(0.25);
  expect(largestDifference(numbers, Float32Array.from(numbers))).toBe(0);
});

test.each(places)('an error that is not a number stays, wherever it stands: %i', (place) => {
  expect(largestError(at(place, NaN))).toBeNaN();
  expect(largestDifference(numbers, at(place, NaN))).toBeNaN();
  expect(largestDifference(at(place, NaN), numbers)).toBeNaN();
});

test('what cannot be compared is not equal', () => {
  expect(largestError([])).toBeNaN();
  expect(largestDifference([], [])).toBeNaN();
  expect(largestDifference(numbers, undefined)).toBeNaN();
  expect(largestDifference(numbers, numbers.slice(1))).toBeNaN();
  expect(largestDifference(numbers.slice(1), numbers)).toBeNaN();
  expect(largestDifference([Infinity], [Infinity])).toBeNaN();
  expect(distance(pictureOf(numbers), pictureOf([...numbers, 1]))).toBeNaN();
});

describe('the error of a step', () => {
  const expected = pictureOf(numbers);

  it.each(places)('is not a number where one value of the picture is none: %i', (place) => {
    expect(errorOf(pictureOf(at(place, NaN)), expected, expected)).toBeNaN();
    expect(errorOf(expected, expected, pictureOf(at(place, NaN)))).toBeNaN();
    expect(errorOf(expected, pictureOf(at(place, NaN)), expected)).toBeNaN();
  });

  it('is not made small by a picture that is infinite', () => {
    expect(errorOf(expected, pictureOf(at(1, Infinity)), expected)).toBeNaN();
    expect(errorOf(expected, expected, pictureOf(at(1, -Infinity)))).toBeNaN();
  });

  it('is relative where the pictures are large', () => {
    expect(errorOf(pictureOf([0, 8]), pictureOf([16, 0]), pictureOf([0, 0]))).toBe(0.5);
    expect(errorOf(pictureOf([0, 0.5]), pictureOf([0.1, 0]), pictureOf([0, 0]))).toBe(0.5);
  });
});

test('a level that is not a number is no level', () => {
  const level = { alpha: 0.6, sigma: 0.8 };
  expect(levelDifference({ ...level, alpha: NaN }, level)).toBeNaN();
  expect(levelDifference({ ...level, sigma: NaN }, level)).toBeNaN();
  expect(levelDifference(level, { ...level, sigma: Infinity })).toBeNaN();
  expect(levelDifference(undefined, level)).toBe(Infinity);
});
