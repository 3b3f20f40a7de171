import { expect, test } from 'vitest';
import { linearAxis, logAxis } from '../../src/kit/axis.ts';

test('the ends of an axis stand at its ends, and pixels lead back', () => {
  for (const axis of [linearAxis([0.01, 40], [104, 8]), logAxis([0.01, 40], [104, 8])]) {
    expect(axis.at(0.01)).toBeCloseTo(104, 9);
    expect(axis.at(40)).toBeCloseTo(8, 9);
    for (const value of [0.01, 0.5, 7, 40]) expect(axis.valueAt(axis.at(value))).toBeCloseTo(value, 9);
  }
});

test('a logarithmic axis gives every factor the same room', () => {
  const { at } = logAxis([0.01, 100], [0, 400]);
  expect([0.1, 1, 10].map(at).map(Math.round)).toEqual([100, 200, 300]);
});

test('a single value has a place', () => {
  expect(linearAxis([3, 3], [10, 90]).at(3)).toBe(10);
});
