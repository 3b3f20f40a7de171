import { formatQuery } from '../../../contract/query.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { Run } from '../../../session/run.svelte.ts';

/** A run for each recipe: one that is complete already where there is one, and the same one where recipes are the same. */
export function runsOf(
  recipes: readonly Recipe[],
  there: readonly Run[],
  known: (recipe: Recipe) => Run | undefined,
): readonly Run[] {
  const runs = new Map(there.filter((run) => run.complete).map((run) => [formatQuery(run.recipe), run]));
  return recipes.map((recipe) => {
    const query = formatQuery(recipe);
    const run = runs.get(query) ?? known(recipe) ?? new Run(recipe, 'live');
    runs.set(query, run);
    return run;
  });
}
