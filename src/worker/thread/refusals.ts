import { LevelRangeError } from '../../engine/diffusion/predictions.ts';
import { OptionError } from '../../engine/option-error.ts';
import { Failure } from '../../contract/failure.ts';
import type { RecipeManifest } from '../../contract/manifest.ts';
import type { Recipe, WeightedWord } from '../../contract/recipe.ts';
import { refusedName } from '../../contract/refusal.ts';
import { refused } from '../../contract/run-options.ts';

/** What the engine throws, as the page can be told; whatever else it is stays as it is. */
export function explained(error: unknown): unknown {
  if (error instanceof LevelRangeError) {
    const { sigma, accepted } = error;
    const read = sigma === Infinity ? '∞' : Number(sigma.toPrecision(3));
    return new Failure('level-out-of-range', { sigma: read, accepted }, { cause: error });
  }
  return error instanceof OptionError ? refused(error) : error;
}

/** @throws Failure recipe-invalid for a recipe of another model, and for words that this one does not know */
export function checkRecipe({ model, condition, negative, toCondition = [] }: Recipe, manifest: RecipeManifest): void {
  if (model !== manifest.id) {
    throw new Failure('recipe-invalid', { field: 'model', value: model, accepted: manifest.id });
  }
  checkWords('condition', condition, manifest);
  checkWords('not', negative, manifest);
  checkWords('toCondition', toCondition, manifest);
}

/** @throws Failure recipe-invalid for a word that the model does not know, naming the field and the nearest that it knows. */
export function checkWords(field: string, words: readonly WeightedWord[], { vocabulary }: RecipeManifest): void {
  const known = vocabulary.map(({ id }) => id);
  const unknown = words.find(({ id }) => !known.includes(id));
  if (unknown) throw refusedName(field, unknown.id, known);
}
