import { expect, test } from 'vitest';
import type { DiffusionFrame } from '../../src/engine/diffusion/frame.ts';
import { tensor } from '../../src/engine/tensor.ts';
import { dwellTimes, runDuration } from '../../src/session/dwell.ts';

/** Frames of one pixel that hold these estimates. */
function framesOf(values: readonly number[]): DiffusionFrame[] {
  return values.map((value, index) => {
    const x = tensor([1, 1, 1, 1], Float32Array.of(value));
    const place = { index, numSteps: values.length - 1, t: null, level: { alpha: 1, sigma: 0 } };
    return { family: 'diffusion', ...place, x, x0: x, step: null, nfe: 0 };
  });
}

test('playback takes its time where the picture changes, and none is left out', () => {
  const times = dwellTimes(framesOf([0, 0, 0, 1, 1]), 1);
  expect(times[2]).toBeGreaterThan(3 * (times[0] ?? 0));
  expect(Math.min(...times.slice(0, -1))).toBeGreaterThan(0);
});

test.each([1, 20, 1000])('a run of %i steps takes about its duration', (steps) => {
  const times = dwellTimes(framesOf(Array.from({ length: steps + 1 }, (_, i) => Math.sin(i))), 1);
  const total = times.slice(0, -1).reduce((sum, time) => sum + time, 0);
  expect(total / runDuration(steps)).toBeCloseTo(1, 5);
});
