import { allowance, editDistance } from '../../../contract/spelling.ts';
import type { Lexicon } from './lexicon.ts';

/** How many known words are offered for one that is not. */
const most = 4;

/**
 * The known words nearest to what somebody typed: by letters, or else by a part that they share.
 * @param parts of what was typed
 */
export function nearest(parts: readonly string[], lexicon: Lexicon): string[] {
  const typed = parts.join('');
  const bySpelling = ranked(
    lexicon.phrases.map(({ id, parts: known }) => [id, known.join('')]),
    typed,
  );
  if (bySpelling.length > 0) return bySpelling;
  const [first = '', last = first] = [parts[0], parts.at(-1)];
  const sharing = [...new Set([...lexicon.endingWith(last), ...lexicon.startingWith(first)])].slice(0, most);
  if (sharing.length > 0) return sharing;
  const single = lexicon.phrases.flatMap(({ id, parts: known }) => known.map((part) => [id, part] as const));
  return ranked(single, first);
}

/** The ids of what is spelled nearly as it was typed, the nearest first. */
function ranked(candidates: readonly (readonly [id: string, spelled: string])[], typed: string): string[] {
  const limit = allowance(typed);
  const near = candidates
    .map(([id, spelled]) => ({ id, distance: editDistance(typed, spelled, limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance);
  return [...new Set(near.map(({ id }) => id))].slice(0, most);
}
