import { displayScale } from '../../../engine/diffusion/forward.ts';
import type { DiffusionFrame } from '../../../engine/diffusion/frame.ts';
import { zip, type Tensor } from '../../../engine/tensor.ts';
import type { Run } from '../../../session/run.svelte.ts';

/** Which of a frame's two pictures is looked at: the noisy one, or the network's estimate of the clean one. */
export type View = 'x' | 'x0';

/**
 * A frame's picture on the scale on which it is shown, [1, c, h, w], full at 1. x_t is divided by the size it is expected
 * to have at its level: runs that scale their noise differently are then seen, and measured, alike.
 */
export function shownPicture(frame: DiffusionFrame, view: View, sigmaData: number): Tensor {
  if (view === 'x0') return frame.x0;
  const scale = displayScale(frame.level, sigmaData);
  return { shape: frame.x.shape, data: frame.x.data.map((value) => value / scale) };
}

/** What a picture has more than the first one, value by value; NaN where their sizes differ. */
export const differenceFrom = (first: Tensor, picture: Tensor): Tensor => zip(picture, first, (a, b) => a - b);

/** Root mean square over all values. */
export const rootMeanSquare = ({ data }: Tensor): number =>
  Math.sqrt(data.reduce((sum, value) => sum + value ** 2, 0) / data.length);

/** Root mean square of the difference of two finished pictures; null while one of them is not there. */
export function finishedDifference(first: Run | undefined, run: Run | undefined): number | null {
  if (first?.complete !== true || run?.complete !== true) return null;
  const [a, b] = [first.frames.at(-1), run.frames.at(-1)];
  return a && b ? rootMeanSquare(differenceFrom(a.x, b.x)) : null;
}
