import type { WeightedWord } from '../recipe.ts';
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

/**
 * Random words that go together: at most one of each kind, all from what the chosen style can show.
 * @param random uniform in [0, 1)
 */
export function surprise(vocabulary: Vocabulary, random: () => number): WeightedWord[] {
  const drawn: Vocabulary = [];
  const kinds = [...new Set(vocabulary.map(({ kind }) => kind))].sort((a, b) => shareOf(b) - shareOf(a));
  for (const kind of kinds) {
    if (random() >= shareOf(kind)) continue;
    const shown = drawn.find((word) => word.shows !== undefined)?.shows;
    const candidates = vocabulary.filter((word) => word.kind === kind && (shown?.includes(word.id) ?? true));
    const word = candidates[Math.floor(random() * candidates.length)];
    if (word !== undefined && !contradicts(word.id, drawn)) drawn.push(word);
  }
  return drawn.map(({ id }) => ({ id, weight: 1 }));
}

function shareOf(kind: string): number {
  return shares[kind] ?? otherShare;
}

/** There is no hair to colour on a bald head, nor to be seen under a hat. */
function contradicts(id: string, drawn: Vocabulary): boolean {
  const coloured = drawn.some(({ kind }) => kind === 'hair colour');
  return coloured && ['bald', 'turban', 'hijab'].includes(id);
}
