import type { DiffusionFrame } from '../engine/diffusion/frame.ts';
import { displayScale } from '../engine/diffusion/forward.ts';

/** Milliseconds a run takes at speed 1: long enough to see it, short enough to see it again. */
export function runDuration(numSteps: number): number {
  return Math.min(9000, Math.max(2500, numSteps * 170));
}

/**
 * How long to stay on each frame, in milliseconds. Most of a schedule's steps look like pure noise; playback hurries
 * through those and dwells where the picture changes. Half of the time is shared evenly, half by visible change.
 * @param frames all of a run, numSteps + 1 of them
 */
export function dwellTimes(frames: readonly DiffusionFrame[], sigmaData: number): number[] {
  const changes = frames.map((frame, k) => {
    const next = frames[k + 1];
    return next === undefined ? 0 : rms(frame.x0.data, next.x0.data) + shownChange(frame, next, sigmaData);
  });
  const total = changes.reduce((sum, change) => sum + change, 0);
  const duration = runDuration(frames.length - 1);
  return changes.map((change) => {
    const even = 1 / Math.max(1, frames.length - 1);
    return duration * (0.5 * even + 0.5 * (total > 0 ? change / total : even));
  });
}

function shownChange(a: DiffusionFrame, b: DiffusionFrame, sigmaData: number): number {
  return rms(a.x.data, b.x.data, 1 / displayScale(a.level, sigmaData), 1 / displayScale(b.level, sigmaData));
}

function rms(a: Float32Array, b: Float32Array, scaleA = 1, scaleB = 1): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) * scaleA - (b[i] ?? 0) * scaleB) ** 2;
  return Math.sqrt(sum / Math.max(1, a.length));
}
