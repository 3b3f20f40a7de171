import { OptionError } from '../../../engine/option-error.ts';
import type { Denoiser } from '../../../engine/diffusion/denoiser.ts';
import { invert } from '../../../engine/diffusion/inversion.ts';
import { run, type RunOptions } from '../../../engine/diffusion/run.ts';
import { sizeOf, type Tensor } from '../../../engine/tensor.ts';
import { Failure } from '../../../contract/failure.ts';
import { runOptionsOf } from '../../../contract/run-options.ts';
import type { Generator } from './index.ts';
import { checkRecipe, explained } from '../refusals.ts';

/**
 * A recipe's run on a model, from the seed's noise unless it is told a start.
 * @throws Failure (on a frame) recipe-invalid, level-out-of-range, cancelled; those of the network pass.
 */
export const diffusion: Generator<'diffusion'> = async function* ({ manifest, network }, { recipe, start }, signal) {
  try {
    checkRecipe(recipe, manifest);
    const options = runOptionsOf(recipe, manifest);
    const interruptible: Denoiser = async (x, level, condition) => {
      // A step may hold several evaluations.
      if (signal.aborted) throw new Failure('cancelled');
      return network(x, level, condition);
    };
    if (start && 'picture' in start) yield* invert(options, sized(start.picture, options), interruptible);
    else yield* run({ ...options, start: start?.noise }, interruptible);
  } catch (error) {
    throw explained(error);
  }
};

function sized(picture: Tensor, { shape }: RunOptions): Tensor {
  if (picture.data.length === sizeOf(shape)) return picture;
  throw new OptionError('start', `${sizeOf(shape)} values`, picture.data.length);
}
