import type { Manifest } from '../../../contract/manifest.ts';

export type Vocabulary = Manifest['vocabulary'];

/** One way to type a word of the vocabulary. */
export interface Phrase {
  readonly id: string;
  /** As people write it. */
  readonly text: string;
  /** The stems of its parts. */
  readonly stems: readonly string[];
}

/** A vocabulary, ready to be looked up. */
export interface Lexicon {
  readonly phrases: readonly Phrase[];
  /** The word that stems, joined, stand for: "eye patch", "eye-patch" and "eyepatch" are one. */
  idOf(stems: readonly string[]): string | undefined;
  /** The name of a word: the first way to type it. */
  nameOf(id: string): string;
  kindOf(id: string): string | undefined;
  /** The words that have a phrase of several parts which starts so. */
  startingWith(stem: string): readonly string[];
  /** The words that have a phrase of several parts which ends so: all that is said of "hair". */
  endingWith(stem: string): readonly string[];
  /** Parts of the longest phrase. */
  readonly longest: number;
}

/** What means the same as a part of a phrase. */
const aliases = new Map([
  ['haired', 'hair'],
  ['skinned', 'skin'],
  ['eyed', 'eye'],
  ['backdrop', 'background'],
]);

/** A part of a phrase without what plurals change: "glasses" and "glass", "eye" and "eyes" are the same. */
export function stemOf(part: string): string {
  const known = aliases.get(part) ?? part;
  const singular = /[^su]s$/.test(known) && known.length > 3 ? known.slice(0, -1) : known;
  if (singular.length < 3) return singular;
  return singular.replace(/e$/, '').replace(/y$/, 'i');
}

/** The parts of a text, in small letters and without accents; hyphens and signs part them. */
export function partsOf(text: string): string[] {
  return plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Small letters without accents, apostrophes as typewriters know them. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const written = vocabulary.flatMap(({ id, words }) => words.map((text) => phraseOf(id, text)));
  const ids = vocabulary.map(({ id }) => phraseOf(id, id));
  const byKey = new Map<string, string>();
  // Where two words claim a phrase the first has it, and what people write goes before what links say.
  for (const { id, stems } of [...written, ...ids]) if (!byKey.has(keyOf(stems))) byKey.set(keyOf(stems), id);
  const long = written.filter(({ stems }) => stems.length > 1);
  const starts = grouped(long, (stems) => stems[0]);
  const ends = grouped(long, (stems) => stems.at(-1));
  return {
    phrases: written,
    idOf: (stems) => byKey.get(keyOf(stems)),
    nameOf: (id) => vocabulary.find((word) => word.id === id)?.words[0] ?? id,
    kindOf: (id) => vocabulary.find((word) => word.id === id)?.kind,
    startingWith: (stem) => starts.get(stem) ?? [],
    endingWith: (stem) => ends.get(stem) ?? [],
    longest: Math.max(1, ...written.map(({ stems }) => stems.length)),
  };
}

function phraseOf(id: string, text: string): Phrase {
  return { id, text, stems: partsOf(text).map(stemOf) };
}

function keyOf(stems: readonly string[]): string {
  return stems.join('');
}

/** Ids by a stem of their phrases, each once, in the order of the vocabulary. */
function grouped(
  phrases: readonly Phrase[],
  stemIn: (stems: readonly string[]) => string | undefined,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { id, stems } of phrases) {
    const stem = stemIn(stems) ?? '';
    const group = groups.get(stem) ?? [];
    if (!group.includes(id)) groups.set(stem, [...group, id]);
  }
  return groups;
}
