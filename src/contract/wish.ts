import * as v from 'valibot';
import { fitted } from './families/index.ts';
import { recipe as schema } from './options.ts';
import { formatQuery } from './query.ts';
import type { Recipe } from './recipe.ts';

/** The recipe of a place with what was wished for before it was fitted: that is in the place's state, not in its address. */
export function withWish(recipe: Recipe, state: unknown): Recipe {
  const kept = v.safeParse(v.object({ wish: schema }), state);
  if (!kept.success) return recipe;
  const again = fitted(kept.output.wish);
  return formatQuery(again) === formatQuery(recipe) ? again : recipe;
}
