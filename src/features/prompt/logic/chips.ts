import type { Meant } from './understand.ts';
import type { Recipe } from '../../../contract/recipe.ts';

/** What a recipe asks for, and what it wants to stay away from. */
export type Asked = Pick<Recipe, 'condition' | 'negative'>;

/** A recipe's words as the prompt box shows them. */
export function chipsOf({ condition, negative }: Asked): Meant[] {
  return [...condition.map((word) => ({ ...word, not: false })), ...negative.map((word) => ({ ...word, not: true }))];
}

/** The inverse. */
export function askedBy(chips: readonly Meant[]): Asked {
  const words = (wanted: boolean) =>
    chips.filter(({ not }) => not !== wanted).map(({ id, weight }) => ({ id, weight }));
  return { condition: words(true), negative: words(false) };
}

/** Kinds of which a picture has one: a background, a skin, a hat, a colour of the hair. */
const isSingle = (kind: string | undefined) =>
  kind !== undefined && /^(style|background|skin|expression|headwear|glasses)$|colour$/.test(kind);

/** There is no hair on a bald head. */
const withoutHair = 'bald';
const isHair = (id: string, kind: string | undefined) => id !== withoutHair && /^hair( colour)?$/.test(kind ?? '');

/**
 * Takes words in that were said together: each stands once, as it was said last. Where a picture has one of a kind, they
 * take the place of those said before; what is said in one breath is mixed.
 */
export function withWords(
  chips: readonly Meant[],
  words: readonly Meant[],
  kindOf: (id: string) => string | undefined,
): Meant[] {
  const single = (kind: string | undefined) =>
    isSingle(kind) && words.some((word) => !word.not && kindOf(word.id) === kind);
  const said = (id: string) => words.some((word) => word.id === id);
  const wanted = words.filter(({ not }) => !not).map(({ id }) => id);
  const bald = wanted.includes(withoutHair);
  const hairy = wanted.some((id) => isHair(id, kindOf(id)));
  const contradicted = (id: string) => (bald && isHair(id, kindOf(id))) || (hairy && id === withoutHair);
  const kept = chips.filter(({ id, not }) => not || said(id) || !(single(kindOf(id)) || contradicted(id)));
  const changed = kept.map((chip) => words.find(({ id }) => id === chip.id) ?? chip);
  return [...changed, ...words.filter(({ id }) => !kept.some((chip) => chip.id === id))];
}
