import { run } from '../../../engine/gan/run.ts';
import { refusal } from '../../../contract/refusal.ts';
import { conditionOf, wordsOf } from '../../../contract/words.ts';
import { checkRecipe, explained } from '../refusals.ts';
import type { Generator } from './index.ts';

/** A recipe's picture, in one evaluation. @throws Failure recipe-invalid; those of the network pass. */
export const gan: Generator<'gan'> = async function* ({ manifest, network }, { recipe, start }) {
  checkRecipe(recipe, manifest);
  if (start) throw refusal('start', Object.keys(start).join(), 'none');
  const { seed, toSeed, mix = 0, truncation = 1 } = recipe;
  const morph = toSeed === undefined ? undefined : { seed: toSeed, share: mix };
  const condition = conditionOf(wordsOf(recipe), manifest.vocabulary);
  try {
    yield* run({ latent: manifest.latent, seed, morph, condition, truncation }, network);
  } catch (error) {
    throw explained(error);
  }
};
