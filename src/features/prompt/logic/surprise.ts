import type { WeightedWord } from '../../../contract/recipe.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { Vocabulary } from './lexicon.ts';

/** Kinds of words that a surprise draws from, and how often: one of a kind makes a picture, ten of it a muddle. */
const shares: Readonly<Record<string, number>> = {
  style: 1,
  background: 1,
  'hair colour': 0.9,
  hair: 0.5,
  skin: 0.2,
  glasses: 0.35,
  headwear: 0.25,
  expression: 0.6,
  'clothes colour': 0.5,
  'body colour': 0.5,
  face: 0.2,
};
/** Kinds that this does not know are drawn from at this rate: with them every vocabulary has its surprises. */
const otherShare = 0.5;

/** What a surprise is drawn from. */
export type Drawable = Pick<Manifest, 'vocabulary' | 'subjects'>;

/**
 * Random words that go together: a style and a subject where the model names its subjects; else at most one word of each
 * kind, all from what the chosen style can show.
 * @param random uniform in [0, 1)
 */
export function surprise({ vocabulary, subjects }: Drawable, random: () => number): WeightedWord[] {
  const ids = subjects === undefined ? ofEachKind(vocabulary, random) : ofOneSubject(vocabulary, subjects, random);
  return ids.map((id) => ({ id, weight: 1 }));
}

function ofOneSubject(vocabulary: Vocabulary, subjects: readonly string[][], random: () => number): string[] {
  const styles = vocabulary.filter(({ kind }) => kind === 'style').map(({ id }) => [id]);
  return [styles, subjects].flatMap((choices) => choices[Math.floor(random() * choices.length)] ?? []);
}

function ofEachKind(vocabulary: Vocabulary, random: () => number): string[] {
  const drawn: Vocabulary = [];
  const kinds = [...new Set(vocabulary.map(({ kind }) => kind))].sort((a, b) => shareOf(b) - shareOf(a));
  for (const kind of kinds) {
    if (random() >= shareOf(kind)) continue;
    const shown = drawn.find((word) => word.shows !== undefined)?.shows;
    const candidates = vocabulary.filter((word) => word.kind === kind && (shown?.includes(word.id) ?? true));
    const word = candidates[Math.floor(random() * candidates.length)];
    if (word !== undefined && !contradicts(word.id, drawn)) drawn.push(word);
  }
  return drawn.map(({ id }) => id);
}

function shareOf(kind: string): number {
  return shares[kind] ?? otherShare;
}

/** There is no hair to colour on a bald head, nor to be seen under a hat. */
function contradicts(id: string, drawn: Vocabulary): boolean {
  const coloured = drawn.some(({ kind }) => kind === 'hair colour');
  return coloured && ['bald', 'turban', 'hijab'].includes(id);
}
