import type { Lexicon } from './lexicon.ts';

/** How many known words are offered for one that is not. */
const most = 4;

/**
 * The known words nearest to what somebody typed: by letters, or else by a part that they share.
 * @param stems of what was typed
 */
export function nearest(stems: readonly string[], lexicon: Lexicon): string[] {
  const typed = stems.join('');
  const bySpelling = ranked(
    lexicon.phrases.map(({ id, stems: known }) => [id, known.join('')]),
    typed,
  );
  if (bySpelling.length > 0) return bySpelling;
  const [first = '', last = first] = [stems[0], stems.at(-1)];
  const sharing = [...new Set([...lexicon.endingWith(last), ...lexicon.startingWith(first)])].slice(0, most);
  if (sharing.length > 0) return sharing;
  const parts = lexicon.phrases.flatMap(({ id, stems: known }) => known.map((part) => [id, part] as const));
  return ranked(parts, first);
}

/** Slips of the finger that still mean the same word. */
function allowance(typed: string): number {
  return typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
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

/**
 * Letters to add, to leave out, to change, or to swap with their neighbour, that make one word of the other (optimal
 * string alignment, after Damerau 1964). Infinity where it is more than the limit by length alone.
 */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + changed];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) ways.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
