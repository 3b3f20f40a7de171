import { options } from '../../../contract/options.ts';

/** Why a text is no seed. */
export type SeedRefusal = 'negative' | 'large' | 'decimal' | 'unreadable';

/**
 * A seed as people type and paste it: "42", "seed: 42", "4,294,967,295", "１２", "1 000". Separators between groups of
 * three digits are read over; a seed is whole, so "1.234" can only be such a group.
 * @returns the seed, or why it is none
 */
export function readSeed(text: string): number | SeedRefusal {
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, digitOf)
    .trim();
  const bare = plain.replace(/^seed\s*[:=]?\s*/i, '').trim();
  const grouped = /^[+-]?[1-9]\d{0,2}(?:([.,'’_\s])\d{3})(?:\1\d{3})*$/.test(bare);
  const spaced = /^[+-]?\d+(?:[\s_]\d+)*$/.test(bare);
  const seed = Number(grouped || spaced ? bare.replace(/[.,'’_\s]/g, '') : bare === '' ? NaN : bare);
  const { min, max } = options.seed;
  // Too large is also what has no end, and what a decimal comma follows is no number to JavaScript.
  if (Number.isNaN(seed)) return /^[+-]?\d+,\d+$/.test(bare) ? 'decimal' : 'unreadable';
  if (seed < min) return 'negative';
  if (seed > max) return /infinity/i.test(bare) ? 'unreadable' : 'large';
  return Number.isInteger(seed) ? Math.abs(seed) : 'decimal';
}

/** Digits of every script stand in blocks of ten, and each block begins where the value of a digit is 0. */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
