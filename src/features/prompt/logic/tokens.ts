import { plain, stemOf } from './lexicon.ts';

/** A part of what somebody typed. */
export interface Token {
  readonly text: string;
  readonly stem: string;
  /** A comma, a full stop or the like stands before it. */
  readonly apart: boolean;
  /** The number that follows it after a colon: "red hair:1.3". */
  readonly weight?: number;
}

const pattern = /(?<weight>:\s*\d+(?:\.\d+)?)|(?<word>[\p{L}\p{N}]+(?:'\p{L}+)?)|(?<mark>[,;.!?\n()/|+&])/gu;

/** The words of a text in their order; punctuation and weights stand with the word they belong to. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let apart = false;
  for (const { groups = {} } of plain(text).matchAll(pattern)) {
    const last = tokens.at(-1);
    if (groups['word'] !== undefined) {
      tokens.push({ text: groups['word'], stem: stemOf(groups['word']), apart });
      apart = false;
    } else if (groups['weight'] !== undefined && last !== undefined) {
      tokens[tokens.length - 1] = { ...last, weight: Number(groups['weight'].slice(1)) };
    } else apart = true;
  }
  return tokens;
}
