import type { Level } from '../../engine/diffusion/denoiser.ts';
import type { DiffusionFrame } from '../../engine/diffusion/frame.ts';
import type { Tensor } from '../../engine/tensor.ts';
import type { Run } from '../../session/run.svelte.ts';

type Parts = NonNullable<DiffusionFrame['parts']>;

/** How a finished picture came about: at its own column nothing is left to predict, so the page shows this instead. */
export interface Course {
  /** The noise it came from. */
  readonly start: { readonly x: Tensor; readonly level: Level };
  /** What the network made of that. */
  readonly firstEstimate: Tensor;
  /** Estimates on the way in one picture, as a square of squares; null where there are too few. */
  readonly sheet: Tensor | null;
  /** The step where guidance changed the estimate most; null where it never did. */
  readonly mostGuided: { readonly index: number; readonly parts: Parts } | null;
}

/** @returns null where the run's beginning is not there */
export function courseOf(run: Run): Course | null {
  const frames = Array.from({ length: run.recipe.numSteps + 1 }, (_, index) => run.at(index)).filter((f) => f !== null);
  const [first] = frames;
  if (first === undefined) return null;
  const side = frames.length >= 9 ? 3 : frames.length >= 4 ? 2 : 1;
  const shown = Array.from({ length: side ** 2 }, (_, k) => {
    return frames[Math.round((k / Math.max(1, side ** 2 - 1)) * (frames.length - 1))] ?? first;
  });
  return {
    start: { x: first.x, level: first.level },
    firstEstimate: first.x0,
    sheet: side === 1 ? null : tiled(shown.map(({ x0 }) => x0)),
    mostGuided: mostGuided(frames),
  };
}

/** Pictures of one shape, [1, c, h, w] each and n² of them, beside and below each other: [1, c, n h, n w]. */
export function tiled(pictures: readonly Tensor[]): Tensor {
  const side = Math.sqrt(pictures.length);
  const [, channels = 1, height = 1, width = 1] = pictures[0]?.shape ?? [];
  const data = new Float32Array(channels * side * height * side * width);
  pictures.forEach((picture, k) => {
    const [row, column] = [Math.floor(k / side), k % side];
    for (let line = 0; line < channels * height; line++) {
      const [channel, y] = [Math.floor(line / height), line % height];
      const from = picture.data.subarray(line * width, (line + 1) * width);
      data.set(from, ((channel * side + row) * height + y) * side * width + column * width);
    }
  });
  return { shape: [1, channels, side * height, side * width], data };
}

function mostGuided(frames: readonly DiffusionFrame[]): Course['mostGuided'] {
  let most: Course['mostGuided'] = null;
  let largest = 0;
  for (const { index, parts } of frames) {
    if (parts === undefined) continue;
    const { conditional, unconditional } = parts;
    const size = conditional.data.reduce((sum, value, i) => sum + (value - (unconditional.data[i] ?? 0)) ** 2, 0);
    if (size > largest) [largest, most] = [size, { index, parts }];
  }
  return most;
}
