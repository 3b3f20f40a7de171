import type { Failure } from '../failure.ts';
import type { RecipeManifest } from '../manifest.ts';
import type { FamilyId } from '../options.ts';
import type { Recipe } from '../recipe.ts';
import { diffusion } from './diffusion.ts';
import type { Family, Warning } from './family.ts';
import { gan } from './gan.ts';
import { enlarger } from './enlarger.ts';

export type { Warning } from './family.ts';

const families: Readonly<Record<FamilyId, Family>> = { diffusion, gan, enlarger };

/** The family of a recipe or of a model. */
export const familyOf = ({ family = 'diffusion' }: { readonly family?: FamilyId | undefined }): Family =>
  families[family];

/** The steps of a recipe's run; its frames are one more. */
export const numStepsOf = (recipe: Recipe): number => familyOf(recipe).numSteps(recipe);

/** What was asked for where a recipe had to be changed: a choice that was forced goes when its reason goes. */
const wishes = new WeakMap<Recipe, Recipe>();

/** What was asked for before the recipe was changed to what can be run. */
export const wishOf = (recipe: Recipe): Recipe => wishes.get(recipe) ?? recipe;

/** The recipe, changed where its family cannot run it. */
export function fitted(recipe: Recipe): Recipe {
  const possible = familyOf(recipe).fitted(recipe);
  wishes.set(possible, wishOf(recipe));
  return possible;
}

/** The recipe with a change, fitted anew: what it had to give up before comes back where it can be run now. */
export const edited = (recipe: Recipe, change: Partial<Recipe>): Recipe => fitted({ ...wishOf(recipe), ...change });

/** Why a recipe cannot be run as it is; null where it can. */
export const refusalOf = (recipe: Recipe): Failure | null => familyOf(recipe).refusalOf(recipe);

/** What the pictures of a recipe's run will suffer from, though it can be run. */
export const warningsOf = (recipe: Recipe, model: RecipeManifest): Promise<readonly Warning[]> =>
  familyOf(recipe).warningsOf(recipe, model);
