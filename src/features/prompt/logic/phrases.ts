import type { Lexicon } from './lexicon.ts';
import { fillers, isAge, isPerson, longestFiller } from './small-words.ts';
import type { Token } from './tokens.ts';

/** Several tokens that belong together. */
export class Phrases {
  constructor(
    readonly tokens: readonly Token[],
    private readonly lexicon: Lexicon,
  ) {}

  texts(place: number, count: number): string[] {
    return this.tokens.slice(place, place + count).map(({ text }) => text);
  }

  /** Tokens of the longest phrase of the vocabulary that begins here; 0 for none. */
  lengthAt(place: number): number {
    if (!this.lexicon.opens(this.text(place))) return 0;
    for (let length = this.#room(place, this.lexicon.longest); length > 0; length--) {
      if (this.lexicon.idOf(this.texts(place, length)) !== undefined) return length;
    }
    return 0;
  }

  /** Tokens of the longest phrase that says nothing; 0 for none. */
  fillerAt(place: number): number {
    for (let length = this.#room(place, longestFiller); length > 1; length--) {
      if (fillers.has(this.texts(place, length).join(' '))) return length;
    }
    return 0;
  }

  /** Tokens that say who is in the picture and how old: "old man", "middle-aged", "30 year old woman"; 0 for none. */
  personAt(place: number): number {
    const room = this.#room(place, 5);
    const says = (text: string, next: string | undefined) =>
      isPerson(text) || isAge(text) || (text === 'middle' && next === 'aged') || (isNumber(text) && isAge(next ?? ''));
    let length = 0;
    while (length < room && says(this.text(place + length), this.text(place + length + 1))) length++;
    return length;
  }

  text(place: number): string {
    return this.tokens[place]?.text ?? '';
  }

  /** Tokens from here to the next comma, at most so many. */
  #room(place: number, most: number): number {
    let room = 1;
    while (room < most && this.tokens[place + room]?.apart === false) room++;
    return Math.min(room, this.tokens.length - place);
  }
}

const isNumber = (text: string) => /^\p{N}+$/u.test(text);
