import type { Tensor } from '../../engine/tensor.ts';

/** Draws a picture sharp, at a multiple of its size, by a network of the family `enlarger`. */
export interface EnlargeTask {
  /** [1, c, h, w] of the network's shape on [-1, 1]. */
  readonly ask: Tensor;
  readonly tell: never;
  /** [1, c, scale h, scale w]. */
  readonly answer: Tensor;
}
