import { Failure } from '../../../contract/failure.ts';
import { refusalOf } from '../../../contract/families/index.ts';
import { parseRecipeJson } from '../../../contract/recipe-file.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import type { CatalogueEntry } from '../../../session/catalogue.ts';

/** Bytes of a recipe's file at most: what this page saves has some hundreds. */
const mostBytes = 1e6;

/**
 * The recipe of a file that this page saved, and the model it is for.
 * @throws Failure recipe-file-invalid, naming the field, its value and what would be accepted.
 */
export async function readRecipe(
  file: Blob & { readonly name: string },
  models: readonly CatalogueEntry[],
): Promise<{ readonly entry: CatalogueEntry; readonly recipe: Recipe }> {
  const refused = (detail: Failure['detail']) => new Failure('recipe-file-invalid', { name: file.name, ...detail });
  if (file.size > mostBytes) throw refused({ field: '(whole)', value: `${file.size} B`, accepted: `≤ ${mostBytes} B` });
  try {
    const { recipe } = parseRecipeJson(
      await file.text(),
      models.map(({ manifest }) => manifest),
    );
    const refusal = refusalOf(recipe);
    if (refusal !== null) throw refusal;
    const entry = models.find(({ manifest }) => manifest.id === recipe.model);
    if (entry === undefined) throw new RangeError('a recipe is parsed for one of these models');
    return { entry, recipe };
  } catch (error) {
    if (error instanceof Failure && error.code === 'recipe-invalid') throw refused(error.detail);
    throw error;
  }
}
