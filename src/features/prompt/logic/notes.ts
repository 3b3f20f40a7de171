/** What is said about a text besides the words that it was understood as. */

interface Said {
  readonly text: string;
}

interface Suggesting extends Said {
  /** The text wants to stay away from it. */
  readonly not: boolean;
  /** Words that it may stand for. */
  readonly nearest: readonly string[];
}

export type Note =
  /** Nothing that is known. */
  | ({ readonly kind: 'unknown' } & Suggesting)
  /** It fits several words, as "red" alone does. */
  | ({ readonly kind: 'open' } & Suggesting)
  /** Age, gender: no picture of ours shows it. */
  | ({ readonly kind: 'people' } & Said)
  /** Syntax of another tool. */
  | ({ readonly kind: 'foreign' } & Said)
  /** The weight that was asked for is more than a word can have. */
  | { readonly kind: 'clamped'; readonly id: string; readonly weight: number }
  /** The text asks for it and wants to stay away from it: what it says last counts. */
  | { readonly kind: 'contradicted'; readonly id: string; readonly not: boolean }
  /** The text has more words than are read. */
  | { readonly kind: 'cut' };

/** One line beside the field. */
export type Line =
  | { readonly kind: 'unknown' | 'people' | 'foreign'; readonly texts: readonly string[]; readonly more: number }
  | Exclude<Note, { readonly kind: 'people' | 'foreign' }>;

export interface Lines {
  readonly lines: readonly Line[];
  /** Notes that found no place. */
  readonly more: number;
}

/** Lines that a note may have: it stands beside a picture. */
const mostLines = 3;
/** Texts that a line names. */
const mostTexts = 4;
/** Letters of a text that a line repeats. */
const mostLetters = 40;

/** What is shown of some notes: at most three lines, what can be told together in one. */
export function linesOf(notes: readonly Note[]): Lines {
  const together = (kind: 'unknown' | 'people' | 'foreign'): Line[] => {
    const texts = [...new Set(notes.flatMap((note) => (note.kind === kind && isBare(note) ? [note.text] : [])))];
    const more = Math.max(0, texts.length - mostTexts);
    return texts.length === 0 ? [] : [{ kind, texts: texts.slice(0, mostTexts).map(shortened), more }];
  };
  const single = notes.filter((note): note is Exclude<Note, { kind: 'people' | 'foreign' }> => !isBare(note));
  const all = [...together('unknown'), ...single, ...together('people'), ...together('foreign')];
  const lines = all.slice(0, mostLines);
  return { lines, more: all.length - lines.length };
}

/** Whether it says no more than a text. */
function isBare(note: Note): note is Extract<Note, Said> {
  return note.kind === 'people' || note.kind === 'foreign' || (note.kind === 'unknown' && note.nearest.length === 0);
}

function shortened(text: string): string {
  return text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text;
}
