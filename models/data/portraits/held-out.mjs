/**
 * Combinations that training never sees (held-out.json), so that a test can ask for something truly new.
 * A picture whose words contain all of one combination belongs to the split `held-out`.
 */
import { readFileSync } from 'node:fs';

const COMBINATIONS = JSON.parse(readFileSync(new URL('held-out.json', import.meta.url)));

/** words: Set of ids. */
export function isHeldOut(words) {
  return COMBINATIONS.some((combination) => combination.every((word) => words.has(word)));
}
