import { noised } from '../../../engine/diffusion/forward.ts';
import type { Point } from '../../../engine/diffusion/levels.ts';
import { TorchGenerator } from '../../../engine/rng/torch-generator.ts';
import type { Tensor } from '../../../engine/tensor.ts';

/** The seed of the one noise that every column of the forward lane is made with. */
const noiseSeed = 1;

/**
 * The forward process over the columns of a run: one picture, one fixed noise, ever more of it. The same column is the
 * same noise level as in the run.
 */
export class ForwardLane {
  readonly #noise: Tensor;
  readonly #pictures = new Map<number, Tensor>();

  constructor(
    readonly origin: Tensor,
    readonly points: readonly Point[],
  ) {
    this.#noise = new TorchGenerator(noiseSeed).randn(origin.shape);
  }

  /** The picture, noised to the level of that column. */
  at(index: number): Tensor {
    let picture = this.#pictures.get(index);
    if (picture === undefined) {
      const point = this.points[index];
      if (point === undefined) throw new RangeError(`index: 0 to ${this.points.length - 1}, got ${index}`);
      picture = noised(this.origin, this.#noise, point.level);
      this.#pictures.set(index, picture);
    }
    return picture;
  }
}
