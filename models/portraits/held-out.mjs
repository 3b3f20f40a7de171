/**
 * Combinations that training never sees, so that a test can ask for something truly new.
 * A picture whose words contain all of one line belongs to the split `held-out`.
 */
export const COMBINATIONS = [
  ['red-hair', 'mint-background'],
  ['blue-hair', 'glasses'],
  ['green-hair', 'yellow-background'],
  ['purple-hair', 'bun'],
  ['blonde-hair', 'beard'],
  ['pink-hair', 'dark-skin'],
  ['bald', 'coral-background'],
  ['sunglasses', 'lavender-background'],
  ['long-hair', 'green-shirt'],
  ['wink', 'peach-background'],
  ['laugh', 'blue-background'],
  ['hat', 'purple-shirt'],
];

/** words: Set of ids. */
export function isHeldOut(words) {
  return COMBINATIONS.some((combination) => combination.every((word) => words.has(word)));
}
