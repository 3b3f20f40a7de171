import { defaultRecipe } from '../../../../contract/defaults.ts';
import { fitted } from '../../../../contract/families/index.ts';
import type { GanManifest, Manifest } from '../../../../contract/manifest.ts';
import type { Recipe } from '../../../../contract/recipe.ts';

/** The first diffusion model that draws what a GAN draws: pictures of the same shape, asked for in the same words. */
export function counterpartOf<Entry extends { readonly manifest: Manifest }>(
  { shape, vocabulary }: Pick<GanManifest, 'shape' | 'vocabulary'>,
  models: readonly Entry[],
): Entry | null {
  const draws = ({ manifest }: Entry) =>
    String(manifest.shape) === String(shape) &&
    vocabulary.every(({ id }) => manifest.vocabulary.some((word) => word.id === id));
  return models.find(draws) ?? null;
}

/** The same by diffusion: the model's own recipe, asked for the same words from the noise of the same seeds. */
export function counterpartRecipe({ condition, seed, toCondition, toSeed, mix }: Recipe, manifest: Manifest): Recipe {
  return fitted({ ...defaultRecipe(manifest), condition, seed, toCondition, toSeed, mix });
}
