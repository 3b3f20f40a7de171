import { hasEmoji } from './emoji.ts';
import { withKnowledge } from './knowledge.ts';
import { lexiconOf, type Knowledge, type Vocabulary } from './lexicon.ts';
import { understand, type Understood } from './understand.ts';

/** A model's words and what is known of them so far. */
export interface Words {
  readonly model: string;
  readonly vocabulary: Vocabulary;
  readonly knowledge: Knowledge;
}

/**
 * Reads a text. What emoji stand for is loaded when it has any, German names when something of it is not understood
 * without them. Rejects when that cannot be loaded; another call tries again.
 * @returns what was understood, and what is known by now
 */
export async function readText(
  text: string,
  { model, vocabulary, knowledge }: Words,
): Promise<{ readonly understood: Understood; readonly knowledge: Knowledge }> {
  const known = hasEmoji(text) ? await withKnowledge(knowledge, 'characters', model) : knowledge;
  const understood = understand(text, lexiconOf(vocabulary, known));
  if (!understood.notes.some((note) => 'nearest' in note)) return { understood, knowledge: known };
  const more = await withKnowledge(known, 'german', model);
  if (more === known) return { understood, knowledge: known };
  return { understood: understand(text, lexiconOf(vocabulary, more)), knowledge: more };
}
