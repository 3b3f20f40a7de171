import type { Recipe } from '../../../../contract/recipe.ts';

/** The seed at the other end: the next one, until the visitor names another. */
export function otherSeed({ seed, toSeed }: Recipe): number {
  return toSeed ?? (seed + 1) % 2 ** 32;
}

/** The recipes at either end of the way between two seeds. */
export function endsOf(recipe: Recipe): readonly [from: Recipe, to: Recipe] {
  const { toCondition, toSeed: _, mix: __, ...from } = recipe;
  return [from, { ...from, condition: toCondition ?? from.condition, seed: otherSeed(recipe) }];
}
