import { plain } from './spelling.ts';

/** A part of what somebody typed. */
export interface Token {
  /** A word as `partsOf` gives it, or one emoji without variation selectors. */
  readonly text: string;
  readonly emoji: boolean;
  /** A comma, a full stop or the like stands before it. */
  readonly apart: boolean;
  /** How many brackets it stands in: a "no" outside of them holds for all that is inside. */
  readonly depth: number;
  /** What brackets make of its weight: "((red hair))" is 1.21, "(beard:-1)" is -1. */
  readonly factor: number;
  /** The number that follows it after a colon: "red hair:1.3". */
  readonly weight?: number;
}

/** A text in parts. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** Syntax of other tools that means nothing here: "<lora:x:1>". */
  readonly foreign: readonly string[];
  /** Whether the text had more words than are read. */
  readonly cut: boolean;
}

/** Words of a text that are read: far more than a picture can show. */
const mostWords = 2000;
/** Letters of a text that are looked at. */
const mostLetters = 20_000;

/** What a pair of brackets does to weights, as in the tools that made this syntax known. */
const round = 1.1;
const square = 1 / 1.1;
const curly = 1.05;
/** Brackets inside of so many others do nothing. */
const deepest = 16;

/** Extra networks, prompt editing and alternation, wildcards, command line flags; none of them is long. */
const foreignSyntax =
  /<[^<>]{1,80}>|\[[^[\]]{0,80}[:|][^[\]]{0,80}\]|\{[^{}]{0,80}\|[^{}]{0,80}\}|__\w{1,40}?__|--(?!no\b)[a-z]+(?:\s+[\d:.]+)?/giu;
/** They join prompts, so they part words. In capitals only: "and" is a word. */
const joints = /\b(?:BREAK|AND)\b/gu;

const pattern = new RegExp(
  [
    String.raw`:{1,2}\s*(?<weight>[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+))`,
    String.raw`(?<emoji>\p{RI}\p{RI}|\p{Extended_Pictographic}\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?)*)`,
    String.raw`(?<more>(?<=[\p{L}\p{N})])(?:\++|--+)(?=[\s,;.)]|$))`,
    String.raw`(?<word>[\p{L}\p{N}]+(?:'\p{L}+)?)`,
    String.raw`(?<escaped>\\[()[\]{}])`,
    String.raw`(?<open>[([{])`,
    String.raw`(?<close>[)\]}])`,
    String.raw`(?<mark>[,;.!?\n/|+&、，。])`,
  ].join('|'),
  'gu',
);

/** The words of a text in their order; punctuation, brackets and weights stand with the words they belong to. */
export function tokensOf(text: string): Tokens {
  const foreign: string[] = [];
  const known = text.slice(0, mostLetters).replace(foreignSyntax, (found) => {
    foreign.push(found);
    return ', ';
  });
  const reading = new Reading();
  for (const { groups = {} } of plain(known.replace(joints, ',')).matchAll(pattern)) {
    if (reading.tokens.length >= mostWords) break;
    reading.take(groups);
  }
  const cut = text.length > mostLetters || reading.tokens.length >= mostWords;
  return { tokens: reading.tokens, foreign, cut };
}

interface Bracket {
  readonly mark: string;
  /** The token after it. */
  readonly from: number;
}

class Reading {
  readonly tokens: Token[] = [];
  #apart = false;
  readonly #open: Bracket[] = [];
  /** The words that a sign after them belongs to: the last one, or those of the bracket that was closed last. */
  #from = 0;
  /** The last number, and how many words there were before it. */
  #weight: { readonly value: number; readonly at: number } | null = null;

  take({ weight, emoji, word, more, open, close, mark }: Record<string, string | undefined>): void {
    const text = word ?? emoji;
    if (text !== undefined) this.#add(text, emoji !== undefined);
    else if (weight !== undefined) this.#weigh(Number(weight.replace(',', '.')));
    else if (more !== undefined) this.#multiply(this.#from, (more.startsWith('+') ? 1.1 : 0.9) ** more.length);
    else if (open !== undefined) this.#open.push({ mark: open, from: this.tokens.length });
    else if (close !== undefined) this.#close();
    else if (mark !== undefined) this.#apart = true;
  }

  #add(text: string, emoji: boolean): void {
    this.#from = this.tokens.length;
    this.tokens.push({ text, emoji, apart: this.#apart, depth: this.#open.length, factor: 1 });
    this.#apart = false;
  }

  /** Whether a number holds for one word or for all in the bracket is seen when the bracket closes. */
  #weigh(value: number): void {
    const last = this.tokens.at(-1);
    if (last === undefined) return;
    this.#weight = { value, at: this.tokens.length };
    this.tokens[this.tokens.length - 1] = { ...last, weight: value };
  }

  #close(): void {
    const bracket = this.#open.pop();
    if (bracket === undefined || this.#open.length >= deepest) return;
    const { mark, from } = bracket;
    const last = this.tokens.at(-1);
    if (mark === '(' && last?.weight !== undefined && this.#weight?.at === this.tokens.length && !this.#apart) {
      const { weight, ...bare } = last;
      this.tokens[this.tokens.length - 1] = bare;
      this.#multiply(from, weight);
    } else this.#multiply(from, mark === '(' ? round : mark === '[' ? square : curly);
    this.#weight = null;
    this.#from = from;
  }

  #multiply(from: number, factor: number): void {
    for (let place = from; place < this.tokens.length; place++) {
      const token = this.tokens[place];
      if (token !== undefined) this.tokens[place] = { ...token, factor: token.factor * factor };
    }
  }
}
