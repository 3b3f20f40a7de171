import { expect, test } from 'vitest';
import { conditionOf, formatWords, parseWords } from '../../src/recipe/words.ts';

test('words survive their written form, and a weight that is left out is 1', () => {
  const words = [
    { id: 'red-hair', weight: 0.5 },
    { id: 'glasses', weight: 1 },
  ];
  expect(parseWords(formatWords(words))).toEqual(words);
  expect(parseWords('red-hair:0.5, glasses')).toEqual(words);
  expect(parseWords(' ')).toEqual([]);
});

test('a condition stands in the order of the vocabulary', () => {
  const vocabulary = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  expect([...conditionOf([{ id: 'c', weight: 0.25 }], vocabulary)]).toEqual([0, 0, 0.25]);
  expect([...conditionOf([], vocabulary)]).toEqual([0, 0, 0]);
  expect(() => conditionOf([{ id: 'd', weight: 1 }], vocabulary)).toThrow('"d"');
});
