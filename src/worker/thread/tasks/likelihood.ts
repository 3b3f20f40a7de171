import type { Denoiser } from '../../../engine/diffusion/denoiser.ts';
import { dequantised, likelihood as stepsOf } from '../../../engine/diffusion/likelihood.ts';
import { MT19937 } from '../../../engine/rng/mt19937.ts';
import { Failure } from '../../../contract/failure.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { LikelihoodQuestion } from '../../../contract/tasks/likelihood.ts';
import { refusal } from '../../../contract/refusal.ts';
import { conditionOf } from '../../../contract/words.ts';
import { checkWords, explained } from '../refusals.ts';
import type { Task } from '../task.ts';

/**
 * The likelihood of a picture under a model, over all of the levels that it was trained on, without guidance. An evaluation
 * a turn, of which a step holds many.
 * @throws Failure recipe-invalid, level-out-of-range, cancelled; those of the network pass.
 */
export const likelihood: Task<'likelihood'> = async (question, { model, tell, turn, clock }) => {
  if (model.family !== 'diffusion') throw refusal('model', model.manifest.id, 'diffusion');
  const { manifest, network } = model;
  check(question, manifest);
  const started = clock();
  const numbers = new MT19937(question.seed);
  const patient: Denoiser = async (...input) => {
    const denoised = await network(...input);
    await turn();
    return denoised;
  };
  try {
    const picture = dequantised(question.picture, numbers);
    for await (const progress of stepsOf(picture, patient, optionsOf(question, manifest), numbers)) {
      const { result, nfe } = progress;
      if (result !== null) return { ...result, nfe, ms: clock() - started };
      tell(progress);
    }
  } catch (error) {
    throw explained(error);
  }
  throw new Failure('unexpected', { reason: 'a likelihood ended without a result' });
};

function check({ picture, condition }: LikelihoodQuestion, manifest: Manifest): void {
  const [got, accepted] = [picture.shape.join(', '), [1, ...manifest.shape].join(', ')];
  if (got !== accepted)
    throw new Failure('recipe-invalid', { field: 'picture', value: `[${got}]`, accepted: `[${accepted}]` });
  checkWords('condition', condition, manifest);
}

function optionsOf({ condition, numSteps, numProbes }: LikelihoodQuestion, { prediction, vocabulary }: Manifest) {
  return {
    condition: conditionOf(condition, vocabulary),
    range: prediction,
    sigmaData: prediction.sigmaData,
    numSteps,
    numProbes,
  };
}
