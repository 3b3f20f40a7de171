import { weightBounds } from '../../../contract/options.ts';
import type { WeightedWord } from '../../../contract/recipe.ts';
import { Adjectives } from './adjectives.ts';
import { wordsOfEmoji } from './emoji.ts';
import type { Lexicon } from './lexicon.ts';
import { nearest } from './nearest.ts';
import type { Note } from './notes.ts';
import { Phrases } from './phrases.ts';
import { affirmations, ands, isAnybody, lasting, negations, silent, strengths, wholeWords } from './small-words.ts';
import { tokensOf, type Token, type Tokens } from './tokens.ts';

/** A word that was understood; `not` where the text wants to stay away from it. */
export interface Meant extends WeightedWord {
  readonly not: boolean;
}

export interface Understood {
  /** Each word once, in the order of the text. Where the text says both, the last counts. */
  readonly words: readonly Meant[];
  readonly notes: readonly Note[];
}

/** Unknown words that others are looked up for: as many as are ever shown. */
const mostLookedUp = 3;
/** Letters that a beginning of a word leaves out at least. */
const leastLeftOut = 3;

/**
 * Reads free text: the longest phrases of the vocabulary first, adjectives shared out to the noun that follows them
 * ("long red hair" is long hair and red hair), "no beard" and "without glasses" as what to stay away from, weights as
 * "(red hair:1.2)". The work is bounded whatever is typed.
 */
export function understand(text: string, lexicon: Lexicon): Understood {
  return new Reader(tokensOf(text), lexicon).read();
}

/** A "no" and how many brackets it stands in. */
interface Negation {
  readonly text: string;
  readonly depth: number;
}

class Reader {
  #at = 0;
  #negation: Negation | null = null;
  #strength = 1;
  readonly #words = new Map<string, Meant>();
  readonly #notes = new Map<string, Note>();
  #lookedUp = 0;
  readonly #tokens: readonly Token[];
  readonly #phrases: Phrases;
  readonly #adjectives: Adjectives;

  constructor(
    private readonly text: Tokens,
    private readonly lexicon: Lexicon,
  ) {
    this.#tokens = text.tokens;
    this.#phrases = new Phrases(text.tokens, lexicon);
    this.#adjectives = new Adjectives(this.#phrases, lexicon);
  }

  read(): Understood {
    for (let token = this.#tokens[0]; token !== undefined; token = this.#tokens[this.#at]) {
      this.#endNegation(token);
      this.#at +=
        this.#emoji(token) ||
        this.#phrase() ||
        this.#small(token) ||
        this.#person() ||
        this.#adjective() ||
        this.#noun(token) ||
        this.#beginning(token) ||
        this.#give(token);
    }
    for (const foreign of this.text.foreign) this.#note({ kind: 'foreign', text: foreign });
    if (this.text.cut) this.#note({ kind: 'cut' });
    return { words: [...this.#words.values()], notes: [...this.#notes.values()] };
  }

  #endNegation({ apart, depth }: Token): void {
    if (apart) this.#strength = 1;
    const depthOfNo = this.#negation?.depth ?? 0;
    if (depth < depthOfNo || (apart && depth === depthOfNo)) this.#negation = null;
  }

  // Each of these takes what it understands and says how many tokens that was.

  #emoji({ text, emoji }: Token): number {
    if (!emoji) return 0;
    const { characters } = this.lexicon;
    const { ids, person } = wordsOfEmoji(text, characters ?? {});
    for (const id of ids) if (this.lexicon.kindOf(id) !== undefined) this.#mean(id, this.#at, 1);
    if (ids.length === 0) this.#note(person ? { kind: 'people', text } : this.#unknown('unknown', text, []));
    return 1;
  }

  /** The longest phrase that begins here; what says nothing is a phrase too. */
  #phrase(): number {
    const length = this.#phrases.lengthAt(this.#at);
    const filler = this.#phrases.fillerAt(this.#at);
    if (filler > length) return filler;
    const id = length === 0 ? undefined : this.lexicon.idOf(this.#phrases.texts(this.#at, length));
    if (id !== undefined) this.#mean(id, this.#at, length);
    return length;
  }

  #small({ text, depth }: Token): number {
    if (negations.has(text)) this.#negation = { text, depth };
    else if (affirmations.has(text)) this.#negation = null;
    // "no beard and a hat" wants the hat, "without beard and hat" does not.
    else if (ands.has(text) && !lasting.has(this.#negation?.text ?? '')) this.#negation = null;
    else if (strengths.has(text)) this.#strength = strengths.get(text) ?? 1;
    else if (!silent.has(text)) return 0;
    return 1;
  }

  #person(): number {
    const length = this.#phrases.personAt(this.#at);
    const texts = this.#phrases.texts(this.#at, length);
    if (!texts.every(isAnybody)) this.#note({ kind: 'people', text: texts.join(' ') });
    return length;
  }

  #adjective(): number {
    const found = this.#adjectives.at(this.#at);
    if (found === null) return 0;
    this.#mean(found.id, this.#at, found.length);
    return found.length;
  }

  /** A noun on its own: its adjectives may follow ("hair: long and red"), or were understood before. */
  #noun({ text }: Token): number {
    if (this.lexicon.endingWith(text).length === 0) return 0;
    if (this.#adjectives.nouns.has(this.#at)) return 1;
    // "Without hair" is what "no hair" is.
    const opposite = this.#negation === null ? undefined : this.lexicon.idOf(['no', text]);
    if (opposite !== undefined) {
      this.#negation = null;
      this.#mean(opposite, this.#at, 1);
      return 1;
    }
    const { end, found } = this.#adjectives.after(this.#at);
    for (const { id, place } of found) this.#mean(id, place, 1);
    return end - this.#at;
  }

  /** "Hippo": the beginning of one word only. */
  #beginning({ text }: Token): number {
    if (wholeWords.has(text)) return 0;
    const [id, ...others] = [...new Set(this.lexicon.beginningWith(text, leastLeftOut))];
    if (id === undefined || others.length > 0) return 0;
    this.#mean(id, this.#at, 1);
    return 1;
  }

  /** Nothing that is known. An adjective is named together with its noun. */
  #give({ text }: Token): number {
    const { lexicon } = this;
    const length = this.#adjectives.unknownWithNoun(this.#at) ? 2 : 1;
    const texts = this.#phrases.texts(this.#at, length);
    const fits = [...new Set([...lexicon.startingWith(text), ...lexicon.endingWith(text)])].slice(0, 6);
    const open = length === 1 && fits.length > 1;
    const near = () => (this.#lookedUp++ < mostLookedUp ? (open ? fits : nearest(texts, lexicon)) : []);
    const key = texts.join(' ');
    if (!this.#notes.has(key)) this.#notes.set(key, this.#unknown(open ? 'open' : 'unknown', key, near()));
    this.#strength = 1;
    return length;
  }

  #unknown(kind: 'unknown' | 'open', text: string, near: readonly string[]): Note {
    // Where nobody looked there is nothing to choose from.
    return { kind: near.length === 0 ? 'unknown' : kind, text, not: this.#negation !== null, nearest: near };
  }

  #note(note: Note): void {
    this.#notes.set(JSON.stringify(note), note);
  }

  /** @param length tokens of the phrase: the number after any of them is its weight */
  #mean(id: string, place: number, length: number): void {
    const tokens = this.#tokens.slice(place, place + length);
    const number = tokens.filter(({ weight }) => weight !== undefined).at(-1)?.weight;
    const asked = (number ?? this.#strength) * (tokens.find(({ factor }) => factor !== 1)?.factor ?? 1);
    const weight = Math.round(Math.abs(asked) * 100) / 100;
    const not = (this.#negation !== null) !== (asked < 0 || Object.is(asked, -0));
    const before = this.#words.get(id);
    if (before !== undefined && before.not !== not) this.#note({ kind: 'contradicted', id, not });
    const most = weightBounds.max;
    if (weight > most) this.#note({ kind: 'clamped', id, weight });
    this.#words.delete(id);
    this.#words.set(id, { id, weight: Math.min(most, weight), not });
    this.#strength = 1;
  }
}
