import type { FrameOf } from '../../../contract/families/parts.ts';
import type { Model } from '../../../contract/model.ts';
import type { GenerateQuestion } from '../../../contract/tasks/generate.ts';
import type { FamilyId } from '../../../contract/options.ts';
import { diffusion } from './diffusion.ts';
import { enlarger } from './enlarger.ts';
import { gan } from './gan.ts';

/** How a family runs a recipe on a model: a frame at a time. @throws Failure recipe-invalid, cancelled; those of the network pass */
export type Generator<F extends FamilyId> = (
  model: Pick<Model<F>, 'manifest' | 'network'>,
  question: GenerateQuestion,
  signal: AbortSignal,
) => AsyncGenerator<FrameOf<F>, void, undefined>;

/** A line a family. */
const generators: { readonly [F in FamilyId]: Generator<F> } = { diffusion, enlarger, gan };

/** A recipe's run on a model, as its family does it. */
export function framesOf<F extends FamilyId>(model: Model<F>, question: GenerateQuestion, signal: AbortSignal) {
  return generators[model.family](model, question, signal);
}
