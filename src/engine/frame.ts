import type { Tensor } from './tensor.ts';

/** One column of the timeline, whatever kind of generator made it. A run of N steps has N + 1 frames. */
export interface Frame {
  /** The kind of generator: `diffusion`, `gan`, ... */
  readonly family: string;
  /** 0 .. numSteps. */
  readonly index: number;
  readonly numSteps: number;
  /** The picture now; in the last frame the finished one. */
  readonly x: Tensor;
  /** Evaluations of the network so far, those of this frame's step included. */
  readonly nfe: number;
}
