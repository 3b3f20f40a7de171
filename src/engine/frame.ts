import type { Tensor } from './tensor.ts';

/**
 * One column of a timeline, of whatever family: all that a player, a lane, a cache and an export need. Frame 0 is where a
 * run starts, frame numSteps the finished picture.
 */
export interface Frame {
  /** The kind of generator: `diffusion`, `gan`, ... */
  readonly family: string;
  /** 0 .. numSteps. */
  readonly index: number;
  readonly numSteps: number;
  /** The picture now, [1, c, h, w]. */
  readonly x: Tensor;
  /** Evaluations of the network so far, those of this frame's step included. */
  readonly nfe: number;
}
