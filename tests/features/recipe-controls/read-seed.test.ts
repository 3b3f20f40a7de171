import { expect, it } from 'vitest';
import { readSeed, type SeedRefusal } from '../../../src/features/recipe-controls/logic/read-seed.ts';

const seeds: [text: string, seed: number | SeedRefusal][] = [
  ['42', 42],
  [' 0 ', 0],
  ['+7', 7],
  ['-0', 0],
  ['4294967295', 4294967295],
  ['seed: 42', 42],
  ['Seed=42', 42],
  ['SEED 42', 42],
  ['１２３', 123],
  ['٤٢', 42],
  ['४२', 42],
  ['1,234,567', 1234567],
  ['1.234.567', 1234567],
  ["1'234'567", 1234567],
  ['1’234', 1234],
  ['1 234 567', 1234567],
  ['1\u00a0234\u202f567', 1234567],
  ['12 34', 1234],
  ['1_000', 1000],
  ['1.234', 1234],
  ['1e3', 1000],
  ['', 'unreadable'],
  ['seed:', 'unreadable'],
  ['-1', 'negative'],
  ['-1,234', 'negative'],
  ['4294967296', 'large'],
  ['4,294,967,296', 'large'],
  ['99999999999999999999', 'large'],
  ['1e400', 'large'],
  ['1.5', 'decimal'],
  ['1,5', 'decimal'],
  ['0.123', 'decimal'],
  ['1,234.567', 'unreadable'],
  ['1.5e0', 'decimal'],
  ['NaN', 'unreadable'],
  ['Infinity', 'unreadable'],
  ['forty-two', 'unreadable'],
];
it.each(seeds)('“%s” is %s', (text, seed) => {
  expect(readSeed(text)).toBe(seed);
});

it('every seed is read back however a language writes it', () => {
  for (const seed of [0, 9, 10, 999, 1000, 65_536, 1_000_000, 2 ** 31, 2 ** 32 - 1]) {
    for (const language of ['en', 'de', 'fr', 'de-CH', 'hi', 'ar-EG', 'es', 'pl']) {
      const written = new Intl.NumberFormat(language).format(seed);
      if (/^[\p{Nd}.,'’\s]*$/u.test(written) && !/\d,\d\d,/.test(written.normalize('NFKC'))) {
        expect([language, written, readSeed(written)]).toEqual([language, written, seed]);
      }
    }
  }
});
