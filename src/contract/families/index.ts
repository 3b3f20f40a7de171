import type { Failure } from '../failure.ts';
import type { FamilyId } from '../options.ts';
import type { Recipe } from '../recipe.ts';
import { diffusion } from './diffusion.ts';
import type { Family } from './family.ts';
import { gan } from './gan.ts';
import { enlarger } from './enlarger.ts';

const families: Readonly<Record<FamilyId, Family>> = { diffusion, gan, enlarger };

/** The family of a recipe or of a model. */
export const familyOf = ({ family = 'diffusion' }: { readonly family?: FamilyId | undefined }): Family =>
  families[family];

/** The steps of a recipe's run; its frames are one more. */
export const numStepsOf = (recipe: Recipe): number => familyOf(recipe).numSteps(recipe);

/** The recipe, changed where its family cannot run it. */
export const fitted = (recipe: Recipe): Recipe => familyOf(recipe).fitted(recipe);

/** Why a recipe cannot be run as it is; null where it can. */
export const refusalOf = (recipe: Recipe): Failure | null => familyOf(recipe).refusalOf(recipe);
