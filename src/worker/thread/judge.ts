import type { Denoiser } from '../../engine/diffusion/denoiser.ts';
import { dequantised, likelihood, type LikelihoodProgress } from '../../engine/diffusion/likelihood.ts';
import { MT19937 } from '../../engine/rng/mt19937.ts';
import { Failure } from '../../contract/failure.ts';
import type { Manifest } from '../../contract/manifest.ts';
import { conditionOf } from '../../contract/words.ts';
import type { LikelihoodQuestion } from '../../contract/tasks.ts';
import { checkWords, explained } from './refusals.ts';

/**
 * The likelihood of a picture under a model, over all of the levels that it was trained on, without guidance.
 * @param pause called after every evaluation, of which a step holds many; it throws to stop.
 * @throws Failure (on a step) recipe-invalid, level-out-of-range; those of the network and of `pause` pass.
 */
export async function* judge(
  { picture, condition, numSteps, numProbes, seed }: LikelihoodQuestion,
  manifest: Manifest,
  denoiser: Denoiser,
  pause: () => Promise<void>,
): AsyncGenerator<LikelihoodProgress, void, undefined> {
  const { prediction, vocabulary, shape } = manifest;
  const [got, accepted] = [picture.shape.join(', '), [1, ...shape].join(', ')];
  if (got !== accepted)
    throw new Failure('recipe-invalid', { field: 'picture', value: `[${got}]`, accepted: `[${accepted}]` });
  checkWords('condition', condition, manifest);
  const random = new MT19937(seed);
  const interruptible: Denoiser = async (...input) => {
    const denoised = await denoiser(...input);
    await pause();
    return denoised;
  };
  const options = {
    condition: conditionOf(condition, vocabulary),
    range: prediction,
    sigmaData: prediction.sigmaData,
    numSteps,
    numProbes,
  };
  try {
    yield* likelihood(dequantised(picture, random), interruptible, options, random);
  } catch (error) {
    throw explained(error);
  }
}
