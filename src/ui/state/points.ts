import { levelsOf, type Point } from '../../engine/levels.ts';
import type { Recipe } from '../../recipe/recipe.ts';

/** The noise levels of a recipe's run, numSteps + 1 of them. Cheap: needs no network. */
export function pointsOf({ sampler, steps, sigmas, betas, spacing }: Recipe): Point[] {
  return levelsOf({ sampler, numSteps: steps, sigmas, betas, spacing });
}
