import type { DiffusionFrame } from '../../../src/engine/diffusion/frame.ts';

/** The item at an index, from the end where it is negative; throws where there is none. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new RangeError(`no item ${index} among ${items.length}`);
  return item;
}

/** All frames of a run. */
export async function framesOf(run: AsyncIterable<DiffusionFrame>): Promise<DiffusionFrame[]> {
  const frames: DiffusionFrame[] = [];
  for await (const frame of run) frames.push(frame);
  return frames;
}
