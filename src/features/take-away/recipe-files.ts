import type { Recipe } from '../../contract/recipe.ts';
import { modelsOf, type CatalogueEntry } from '../../session/catalogue.ts';

/** Whether a file is handed in as a recipe: by its type, or by its name where the system knows no type. */
export const isRecipeFile = ({ type, name }: Pick<File, 'type' | 'name'>): boolean =>
  type === 'application/json' || /\.json$/i.test(name);

/** Reads a recipe's file. Its code comes when it is first needed. @throws Failure recipe-file-invalid, download-failed */
export async function openRecipe(file: File): Promise<{ readonly entry: CatalogueEntry; readonly recipe: Recipe }> {
  const [{ readRecipe }, models] = await Promise.all([import('./logic/read-recipe.ts'), modelsOf('diffusion')]);
  return readRecipe(file, models);
}
