import { expect, test } from 'vitest';
import { options } from '../../src/contract/options.ts';
import { lastNoiseStop, noiseAt, noiseStopOf } from '../../src/kit/noise-stops.ts';

test('the stops lead from none to any noise, each back to itself, within what a recipe may ask for', () => {
  expect([noiseAt(0), noiseAt(lastNoiseStop)]).toEqual([0, Infinity]);
  for (let stop = 0; stop <= lastNoiseStop; stop++) {
    expect(noiseStopOf(noiseAt(stop))).toBe(stop);
    if (stop > 0) expect(noiseAt(stop)).toBeGreaterThan(noiseAt(stop - 1));
  }
  expect(noiseAt(lastNoiseStop - 1)).toBeLessThanOrEqual(options.guidanceHigh.max);
});

test('a level between stops stands at the nearest, and one beyond them at the outermost that is a level', () => {
  expect(noiseAt(noiseStopOf(0.27))).toBe(0.3);
  expect(noiseAt(noiseStopOf(1e-6))).toBe(0.02);
  expect(noiseAt(noiseStopOf(900))).toBe(30);
});
