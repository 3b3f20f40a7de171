import { expect, test } from 'vitest';
import { options } from '../../src/contract/options.ts';
import { lastStop, stepsAt, stopOf } from '../../src/kit/step-stops.ts';

test('the slider reaches both ends of what a recipe may ask for, and every stop leads back to itself', () => {
  expect([stepsAt(0), stepsAt(lastStop)]).toEqual([options.numSteps.min, options.numSteps.max]);
  for (let stop = 0; stop <= lastStop; stop++) {
    expect(stopOf(stepsAt(stop))).toBe(stop);
    if (stop > 0) expect(stepsAt(stop)).toBeGreaterThan(stepsAt(stop - 1));
  }
});

test('a number between stops stands at the nearest', () => {
  expect(stepsAt(stopOf(997))).toBe(1000);
  expect(stepsAt(stopOf(37))).toBe(36);
});
