import { weightBounds } from '../../../contract/options.ts';
import type { WeightedWord } from '../../../contract/recipe.ts';
import type { Lexicon } from './lexicon.ts';
import { nearest } from './nearest.ts';
import { affirmations, negations, people, shades, silent, strengths } from './small-words.ts';
import { tokensOf, type Token } from './tokens.ts';

/** A word that was understood; `not` where the text wants to stay away from it. */
export interface Meant extends WeightedWord {
  readonly not: boolean;
}

/** What was not understood, and the known words it may stand for. `open`: it fits several of them, as "red" alone does. */
export interface Unknown {
  readonly text: string;
  readonly open: boolean;
  /** The text wants to stay away from it. */
  readonly not: boolean;
  readonly nearest: readonly string[];
}

export interface Understood {
  /** Each word once, in the order of the text. Where the text says both, the last counts. */
  readonly words: readonly Meant[];
  readonly unknown: readonly Unknown[];
}

/** How far before its noun an adjective may stand: "long, curly red hair". */
const reach = 5;
/** An adjective that fits more words than this does not reach over a comma: a lone "red" could be anything. */
const few = 2;

/**
 * Reads free text: the longest phrases of the vocabulary first, adjectives shared out to the noun that follows them
 * ("long red hair" is long hair and red hair), "no beard" and "without glasses" as what to stay away from.
 */
export function understand(text: string, lexicon: Lexicon): Understood {
  return new Reader(tokensOf(text), lexicon).read();
}

class Reader {
  #at = 0;
  #negation: string | null = null;
  #strength = 1;
  readonly #words = new Map<string, Meant>();
  readonly #unknown = new Map<string, Unknown>();
  /** Nouns whose adjectives were understood, by their places. */
  readonly #nouns = new Set<number>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly lexicon: Lexicon,
  ) {}

  read(): Understood {
    for (let token = this.#token(); token !== undefined; token = this.#token()) {
      if (token.apart) [this.#negation, this.#strength] = [null, 1];
      this.#at +=
        this.#phrase(this.#at) ||
        this.#small(token) ||
        this.#adjective(token) ||
        this.#noun(token) ||
        this.#give(token);
    }
    return { words: [...this.#words.values()], unknown: [...this.#unknown.values()] };
  }

  #token(place = this.#at): Token | undefined {
    return this.tokens[place];
  }

  #stems(place: number, count: number): string[] {
    return this.tokens.slice(place, place + count).map(({ stem }) => stem);
  }

  /** The longest phrase that begins here. Each of these takes what it understands and says how many tokens that was. */
  #phrase(place: number): number {
    const length = this.#phraseLength(place);
    const id = length === 0 ? undefined : this.lexicon.idOf(this.#stems(place, length));
    if (id !== undefined) this.#mean(id, place + length - 1);
    return length;
  }

  #phraseLength(place: number): number {
    const room = this.tokens.slice(place + 1).findIndex(({ apart }) => apart);
    const most = Math.min(this.lexicon.longest, room < 0 ? this.tokens.length - place : room + 1);
    for (let length = most; length > 0; length--) {
      if (this.lexicon.idOf(this.#stems(place, length)) !== undefined) return length;
    }
    return 0;
  }

  #small({ text }: Token): number {
    if (negations.has(text)) this.#negation = text;
    else if (affirmations.has(text)) this.#negation = null;
    // "no beard and a hat" wants the hat, "without beard and hat" does not.
    else if (text === 'and' && this.#negation !== 'without') this.#negation = null;
    else if (strengths.has(text)) this.#strength = strengths.get(text) ?? 1;
    else if (!silent.has(text)) return 0;
    return 1;
  }

  /** An adjective whose noun comes later, or that belongs to one word only. */
  #adjective({ text, stem }: Token): number {
    const fits = this.lexicon.startingWith(stem);
    const next = this.#token(this.#at + 1);
    if (shades.has(text) && next?.apart === false && this.lexicon.startingWith(next.stem).length > few) return 0;
    for (const length of [2, 1]) {
      const id = this.#withNoun(this.#at, length, fits.length <= few);
      if (id === undefined) continue;
      this.#mean(id, this.#at);
      return length;
    }
    const only = fits.length === 1 && !people.has(text) ? fits[0] : undefined;
    if (only === undefined || !this.lexicon.nameOf(only).startsWith(text)) return 0;
    this.#mean(only, this.#at);
    return 1;
  }

  /** The word that the tokens here mean together with a noun that comes later. */
  #withNoun(place: number, length: number, overCommas: boolean): string | undefined {
    for (let later = place + length; later < place + length + reach; later++) {
      const noun = this.#token(later);
      if (noun === undefined || (noun.apart && !overCommas)) return undefined;
      const id = this.lexicon.idOf([...this.#stems(place, length), noun.stem]);
      if (id !== undefined) {
        this.#nouns.add(later);
        return id;
      }
      if (this.lexicon.endingWith(noun.stem).length > 0) return undefined;
      if (silent.has(noun.text) && noun.text !== 'and' && noun.text !== 'or') return undefined;
    }
    return undefined;
  }

  /** A noun on its own: its adjectives may follow ("hair: long and red"), or were understood before. */
  #noun({ stem }: Token): number {
    const said = this.lexicon.endingWith(stem);
    if (said.length === 0) return 0;
    if (this.#nouns.has(this.#at)) return 1;
    // "Without hair" is what "no hair" is.
    const opposite = this.#negation === null ? undefined : this.lexicon.idOf(['no', stem]);
    if (opposite !== undefined) {
      this.#negation = null;
      this.#mean(opposite, this.#at);
      return 1;
    }
    const end = this.#adjectivesAfter(stem);
    if (end > this.#at) return end - this.#at;
    return 0;
  }

  /** Takes the adjectives that follow a noun. @returns the place after the last one, or the noun's own. */
  #adjectivesAfter(noun: string): number {
    let end = this.#at;
    for (let place = this.#at + 1; place <= end + reach; place++) {
      const token = this.#token(place);
      if (token === undefined || token.apart || this.#phraseLength(place) > 1) break;
      const id = this.lexicon.idOf([token.stem, noun]);
      if (id !== undefined) {
        this.#mean(id, place);
        end = place + 1;
      } else if (!silent.has(token.text)) break;
    }
    return end;
  }

  /** Nothing that is known. An adjective is named together with its noun. */
  #give({ text, stem }: Token): number {
    const next = this.#token(this.#at + 1);
    const withNoun =
      next !== undefined &&
      !next.apart &&
      this.#phraseLength(this.#at + 1) === 0 &&
      this.lexicon.endingWith(next.stem).length > 0 &&
      this.lexicon.endingWith(stem).length === 0;
    const length = withNoun ? 2 : 1;
    const name = this.tokens.slice(this.#at, this.#at + length).map((token) => token.text);
    const fits = [...new Set([...this.lexicon.startingWith(stem), ...this.lexicon.endingWith(stem)])].slice(0, 6);
    const open = length === 1 && fits.length > 1 && !people.has(text);
    const near = people.has(text) ? [] : open ? fits : nearest(this.#stems(this.#at, length), this.lexicon);
    const not = this.#negation !== null;
    this.#unknown.set(name.join(' '), { text: name.join(' '), open, not, nearest: near });
    this.#strength = 1;
    return length;
  }

  #mean(id: string, place: number): void {
    const asked = this.#token(place)?.weight ?? this.#strength;
    const { min: low, max: high } = weightBounds;
    this.#words.delete(id);
    this.#words.set(id, { id, weight: Math.min(high, Math.max(low, asked)), not: this.#negation !== null });
    this.#strength = 1;
  }
}
