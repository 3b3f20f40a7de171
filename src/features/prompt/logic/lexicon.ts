import type { Manifest } from '../../../contract/manifest.ts';
import { englishStem, germanPlain, germanStem, partsOf } from './spelling.ts';

export type Vocabulary = Manifest['vocabulary'];

/** Names of words in another language, by their ids: ways to type each, the first is its name. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** The words that an emoji stands for, by its characters without variation selectors. */
export type Characters = Readonly<Record<string, readonly string[]>>;

/** What is known besides the vocabulary itself. It is loaded when somebody types something that needs it. */
export interface Knowledge {
  readonly german?: Names | undefined;
  readonly characters?: Characters | undefined;
  /** The language of the page: words are named and completed in it where their names are known. */
  readonly language?: string;
}

/** One way to type a word of the vocabulary. */
export interface Phrase {
  readonly id: string;
  /** As people write it. */
  readonly text: string;
  readonly parts: readonly string[];
}

/** A vocabulary, ready to be looked up. Parts of texts are given as `partsOf` gives them. */
export interface Lexicon {
  /** Every way to type a word, those in the language of the page first. */
  readonly phrases: readonly Phrase[];
  /** Whether a phrase may begin with this part: most of what is unknown needs no further look. */
  opens(part: string): boolean;
  /** The word that parts of a text stand for: "eye patch", "eye-patch" and "eyepatch" are one. */
  idOf(parts: readonly string[]): string | undefined;
  /** The name of a word: the first way to type it. */
  nameOf(id: string): string;
  kindOf(id: string): string | undefined;
  /** The words that have a phrase of several parts which starts so. */
  startingWith(part: string): readonly string[];
  /** The words that have a phrase of several parts which ends so: all that is said of "hair". */
  endingWith(part: string): readonly string[];
  /** The words of one part that begin with these letters and have some more: "hippo" begins "hippopotamus". */
  beginningWith(letters: string, more: number): readonly string[];
  /** What emoji characters stand for; undefined while that is not known. */
  readonly characters: Characters | undefined;
  /** Parts of the longest phrase. */
  readonly longest: number;
}

export function lexiconOf(vocabulary: Vocabulary, { german, characters, language }: Knowledge = {}): Lexicon {
  const known = new Map(vocabulary.map((word) => [word.id, word]));
  const names = Object.entries(german ?? {}).filter(([id]) => known.has(id));
  const written = phrasesOf(vocabulary.map(({ id, words }) => [id, words]));
  // What people write goes before what links say.
  const english = new Tongue([...written, ...phrasesOf(vocabulary.map(({ id }) => [id, [id]]))], englishStem);
  const others = german === undefined ? [] : [new Tongue(phrasesOf(names), germanStem, germanPlain)];
  const tongues = [english, ...others];
  const all = (found: (tongue: Tongue) => readonly string[]) => {
    const lists = tongues.map(found).filter((ids) => ids.length > 0);
    return lists.length < 2 ? (lists[0] ?? []) : [...new Set(lists.flat())];
  };
  const own = language === 'de' ? new Map(names) : new Map<string, readonly string[]>();
  const translated = others.flatMap(({ phrases }) => phrases);
  return {
    phrases: language === 'de' ? [...translated, ...written] : [...written, ...translated],
    opens: (part) => tongues.some((tongue) => tongue.opens(part)),
    idOf: (parts) => firstOf(tongues, parts),
    nameOf: (id) => own.get(id)?.[0] ?? known.get(id)?.words[0] ?? id,
    kindOf: (id) => known.get(id)?.kind,
    startingWith: (part) => all((tongue) => tongue.startingWith(part)),
    endingWith: (part) => all((tongue) => tongue.endingWith(part)),
    beginningWith: (letters, more) => all((tongue) => tongue.beginningWith(letters, more)),
    characters,
    longest: Math.max(1, ...tongues.flatMap(({ phrases }) => phrases.map(({ parts }) => parts.length))),
  };
}

/** As it is written in one of the languages, or else by its stems. Nobody types an umlaut in English. */
function firstOf(tongues: readonly Tongue[], parts: readonly string[]): string | undefined {
  const asked = parts.some((part) => /[äöüß]/.test(part)) ? tongues.slice(1) : tongues;
  for (const tongue of asked) {
    const id = tongue.written(parts);
    if (id !== undefined) return id;
  }
  for (const tongue of asked) {
    const id = tongue.inflected(parts);
    if (id !== undefined) return id;
  }
  return undefined;
}

function phrasesOf(words: readonly (readonly [id: string, texts: readonly string[]])[]): Phrase[] {
  return words.flatMap(([id, texts]) => texts.map((text) => ({ id, text, parts: partsOf(text) })));
}

/** Parts shorter than this are no word that was split: "a sleep" is not "asleep". */
const shortest = 3;
/** Texts that are remembered with what became of them. */
const mostRemembered = 5000;
/** Letters that the beginning of a word has at least. */
const leastBegun = 5;

/** The phrases of one language. Where two words claim a phrase the first has it. */
class Tongue {
  readonly #written = new Map<string, string>();
  readonly #stems = new Map<string, string>();
  /** Written as one: "sun glasses" and "sunglasses". */
  readonly #joined = new Map<string, string>();
  readonly #starts = new Map<string, string[]>();
  readonly #ends = new Map<string, string[]>();
  /** Phrases of one part, by their first letters. */
  readonly #beginnings = new Map<string, [part: string, id: string][]>();

  /** First letters of phrases written as one, so that most of what is no phrase needs no further look. */
  readonly #firstLetters = new Set<string>();
  private readonly stemOf: (part: string) => string;
  private readonly fold: (text: string) => string;

  constructor(
    readonly phrases: readonly Phrase[],
    stemOf: (part: string) => string,
    fold: (text: string) => string = (text) => text,
  ) {
    this.stemOf = stemOf = remembering(stemOf);
    this.fold = fold = remembering(fold);
    const add = (map: Map<string, string>, key: string, id: string) => void (map.has(key) || map.set(key, id));
    for (const { id, parts } of phrases) {
      add(this.#written, parts.map(fold).join(' '), id);
      add(this.#stems, this.#stemmed(parts), id);
      add(this.#joined, stemOf(parts.join('')), id);
      this.#firstLetters.add(fold(parts.join('')).slice(0, shortest));
      if (parts.length === 1) this.#addBeginning(fold(parts[0] ?? ''), id);
      if (parts.length === 1) continue;
      group(this.#starts, stemOf(parts[0] ?? ''), id);
      group(this.#ends, stemOf(parts.at(-1) ?? ''), id);
    }
  }

  opens(part: string): boolean {
    const stem = this.stemOf(part);
    return (
      this.#starts.has(stem) || this.#stems.has(stem) || this.#firstLetters.has(this.fold(part).slice(0, shortest))
    );
  }

  written(parts: readonly string[]): string | undefined {
    return this.#written.get(parts.map(this.fold).join(' '));
  }

  inflected(parts: readonly string[]): string | undefined {
    const id = this.#stems.get(this.#stemmed(parts));
    return id ?? (this.#maybeJoined(parts) ? this.#joined.get(this.stemOf(parts.join(''))) : undefined);
  }

  #maybeJoined(parts: readonly string[]): boolean {
    if (!this.#firstLetters.has(this.fold(parts[0] ?? '').slice(0, shortest))) return false;
    return parts.length === 1 || parts.every((part) => part.length >= shortest);
  }

  startingWith(part: string): readonly string[] {
    return this.#starts.get(this.stemOf(part)) ?? [];
  }

  endingWith(part: string): readonly string[] {
    return this.#ends.get(this.stemOf(part)) ?? [];
  }

  beginningWith(letters: string, more: number): readonly string[] {
    const begun = this.fold(letters);
    if (begun.length < leastBegun) return [];
    const near = this.#beginnings.get(begun.slice(0, leastBegun)) ?? [];
    return near.filter(([part]) => part.startsWith(begun) && part.length >= begun.length + more).map(([, id]) => id);
  }

  #addBeginning(part: string, id: string): void {
    const first = part.slice(0, leastBegun);
    this.#beginnings.set(first, [...(this.#beginnings.get(first) ?? []), [part, id]]);
  }

  #stemmed(parts: readonly string[]): string {
    return parts.map(this.stemOf).join(' ');
  }
}

function group(groups: Map<string, string[]>, key: string, id: string): void {
  const ids = groups.get(key) ?? [];
  groups.set(key, ids);
  if (!ids.includes(id)) ids.push(id);
}

/** The same function, which does not work out the same text twice while it is asked for a few. */
function remembering(change: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const changed = known.get(text) ?? change(text);
    if (known.size > mostRemembered) known.clear();
    known.set(text, changed);
    return changed;
  };
}
