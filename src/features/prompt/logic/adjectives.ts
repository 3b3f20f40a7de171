import type { Lexicon } from './lexicon.ts';
import type { Phrases } from './phrases.ts';
import { conjunctions, isPerson, shades, silent } from './small-words.ts';

/** How far before its noun an adjective may stand: "long, curly red hair". */
const reach = 5;
/** An adjective that fits more words than this does not reach over a comma: a lone "red" could be anything. */
const few = 2;
/** Words that a noun is said of, so that an adjective does without it: "mint" is a background, "rock star" no star eyes. */
const many = 5;

/** Adjectives and the nouns that they share. */
export class Adjectives {
  /** Nouns whose adjectives were understood, by their places. */
  readonly nouns = new Set<number>();

  constructor(
    private readonly phrases: Phrases,
    private readonly lexicon: Lexicon,
  ) {}

  /** An adjective whose noun comes later, or that belongs to one word only. */
  at(place: number): { readonly id: string; readonly length: number } | null {
    const text = this.phrases.text(place);
    const fits = this.lexicon.startingWith(text);
    if (fits.length === 0) return null;
    const next = this.phrases.tokens[place + 1];
    const shaded = next?.apart === false && this.lexicon.startingWith(next.text).length > few;
    if (shades.has(text) && shaded) return null;
    for (const length of [2, 1]) {
      const id = this.#withNoun(place, length, fits.length <= few);
      if (id !== undefined) return { id, length };
    }
    const [only, ...others] = fits;
    if (only === undefined || others.length > 0 || !this.#standsAlone(text, only)) return null;
    return { id: only, length: 1 };
  }

  #standsAlone(text: string, id: string): boolean {
    return this.lexicon.phrases.some(
      ({ id: other, parts }) =>
        other === id &&
        parts[0] === text &&
        parts.length === 2 &&
        this.lexicon.endingWith(parts[1] ?? '').length >= many,
    );
  }

  /** The word that the tokens here mean together with a noun that comes later. */
  #withNoun(place: number, length: number, overCommas: boolean): string | undefined {
    const said = this.phrases.texts(place, length);
    for (let later = place + length; later < place + length + reach; later++) {
      const noun = this.phrases.tokens[later];
      if (noun === undefined || (noun.apart && !overCommas)) return undefined;
      const id = this.lexicon.idOf([...said, noun.text]);
      if (id !== undefined) {
        this.nouns.add(later);
        return id;
      }
      if (this.lexicon.endingWith(noun.text).length > 0) return undefined;
      if (silent.has(noun.text) && !conjunctions.has(noun.text)) return undefined;
    }
    return undefined;
  }

  /** The adjectives that follow a noun, and the place after the last one, or the noun's own where there are none. */
  after(place: number): { readonly end: number; readonly found: readonly { id: string; place: number }[] } {
    const noun = this.phrases.text(place);
    const found: { id: string; place: number }[] = [];
    let end = place;
    for (let next = place + 1; next <= end + reach; next++) {
      const token = this.phrases.tokens[next];
      if (token === undefined || token.apart || this.phrases.lengthAt(next) > 1) break;
      const id = this.lexicon.idOf([token.text, noun]);
      if (id !== undefined) {
        found.push({ id, place: next });
        end = next + 1;
      } else if (!silent.has(token.text)) break;
    }
    return { end, found };
  }

  /** Whether a word that is not known is said of a noun that is: "wild hair". */
  unknownWithNoun(place: number): boolean {
    const next = this.phrases.tokens[place + 1];
    if (next === undefined || next.apart || next.emoji || isPerson(next.text)) return false;
    const nounFollows = this.lexicon.endingWith(next.text).length > 0 && this.phrases.lengthAt(place + 1) === 0;
    return nounFollows && this.lexicon.endingWith(this.phrases.text(place)).length === 0;
  }
}
