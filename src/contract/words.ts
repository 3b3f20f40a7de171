import * as v from 'valibot';
import type { Option } from './option.ts';
import type { Recipe } from './recipe.ts';

/** The id of a model or of a word: permanent, never shown. */
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]*$/));

export const maxWeight = 1.5;

/** Words that a recipe can hold at most: far more than any picture shows, few enough to be looked at one by one. */
const mostWords = 256;

const weight = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(maxWeight));

/** One word of the vocabulary and how much of it, 0 to 1.5. */
const weightedWord = v.object({ id, weight });
export type WeightedWord = v.InferOutput<typeof weightedWord>;

/** Words with weights, each once: one that is there twice counts with the weight that was given last. */
export function words() {
  const schema = v.pipe(v.array(weightedWord), v.maxLength(mostWords), v.transform(once));
  const accepted = `id:weight, 0 … ${maxWeight}`;
  return { schema, parse: parseWords, format: formatWords, accepted } as const satisfies Option<typeof schema>;
}

/** Each word once, with the weight that was given last. */
function once(given: WeightedWord[]): WeightedWord[] {
  return [...new Map(given.map((word) => [word.id, word])).values()];
}

/** `3:1,7:0.5`: ids of a vocabulary with their weights. The weight may be left out and is then 1. */
export function formatWords(words: readonly WeightedWord[]): string {
  return words.map(({ id, weight }) => `${id}:${weight}`).join(',');
}

/** The inverse of formatWords. What is not of that form comes out as NaN weights or odd ids, which the schema refuses. */
export function parseWords(text: string): WeightedWord[] {
  if (text.trim() === '') return [];
  return text.split(',').map((pair) => {
    const [id = '', weight = '1', ...rest] = pair.trim().split(':');
    return { id, weight: rest.length > 0 || weight.trim() === '' ? NaN : Number(weight) };
  });
}

/** The words at a share of the straight way from some to others: their weights, mixed. */
function mixedWords(from: readonly WeightedWord[], to: readonly WeightedWord[], share: number): WeightedWord[] {
  const weightIn = (words: readonly WeightedWord[], id: string) => words.find((word) => word.id === id)?.weight ?? 0;
  const ids = [...new Set([...from, ...to].map(({ id }) => id))];
  return ids
    .map((id) => ({ id, weight: (1 - share) * weightIn(from, id) + share * weightIn(to, id) }))
    .filter(({ weight }) => weight > 0);
}

/** What a recipe's run is asked for, where it is between two ends. */
export function wordsOf({ condition, toCondition, mix = 0 }: Recipe): WeightedWord[] {
  return toCondition === undefined || mix === 0 ? condition : mixedWords(condition, toCondition, mix);
}

/** Whether all of them are words of the vocabulary. No words say nothing, so they are not. */
export function isKnown(words: readonly WeightedWord[], vocabulary: readonly { readonly id: string }[]): boolean {
  return words.length > 0 && words.every(({ id }) => vocabulary.some((word) => word.id === id));
}

/**
 * A vector in the order of the vocabulary, [V]; words that are not asked for are 0.
 * @throws RangeError when a word is not in the vocabulary.
 */
export function conditionOf(
  words: readonly WeightedWord[],
  vocabulary: readonly { readonly id: string }[],
): Float32Array {
  const condition = new Float32Array(vocabulary.length);
  for (const { id, weight } of words) {
    const index = vocabulary.findIndex((word) => word.id === id);
    if (index < 0) throw new RangeError(`the vocabulary has no "${id}"`);
    condition[index] = weight;
  }
  return condition;
}
