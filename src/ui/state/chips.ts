import type { Meant } from '../../recipe/prompt/understand.ts';
import type { Recipe } from '../../recipe/recipe.ts';

/** What a recipe asks for, and what it wants to stay away from. */
export type Asked = Pick<Recipe, 'condition' | 'not'>;

/** A recipe's words as the prompt box shows them. */
export function chipsOf({ condition, not }: Asked): Meant[] {
  return [...condition.map((word) => ({ ...word, not: false })), ...not.map((word) => ({ ...word, not: true }))];
}

/** The inverse. */
export function askedBy(chips: readonly Meant[]): Asked {
  const words = (wanted: boolean) =>
    chips.filter(({ not }) => not !== wanted).map(({ id, weight }) => ({ id, weight }));
  return { condition: words(true), not: words(false) };
}

/** Takes words in: each stands once, as it was said last, and a new style takes the place of the one before. */
export function withWords(chips: readonly Meant[], words: readonly Meant[], isStyle: (id: string) => boolean): Meant[] {
  const newStyle = words.some(({ id, not }) => isStyle(id) && !not);
  const kept = chips.filter(({ id, not }) => !(newStyle && isStyle(id) && !not));
  const changed = kept.map((chip) => words.find(({ id }) => id === chip.id) ?? chip);
  return [...changed, ...words.filter(({ id }) => !kept.some((chip) => chip.id === id))];
}
