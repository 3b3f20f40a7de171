import { expect, test } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { conditionOf, formatWords, isKnown, parseWords, wordsOf } from '../../src/contract/words.ts';
import { manifestWith } from './manifest-for-tests.ts';

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

test('words are known when the vocabulary has each of them, and there are some', () => {
  const vocabulary = [{ id: 'a' }, { id: 'b' }];
  expect(isKnown(parseWords('a,b:0.5'), vocabulary)).toBe(true);
  expect(isKnown(parseWords('a,c'), vocabulary)).toBe(false);
  expect(isKnown([], vocabulary)).toBe(false);
});

test('between two ends the weights are mixed, and what is in neither stays away', () => {
  const recipe = {
    ...defaultRecipe(manifestWith()),
    condition: parseWords('0:1,1:0.5'),
    toCondition: parseWords('1:1.5,2'),
  };
  const written = (mix: number) => formatWords(wordsOf({ ...recipe, mix }));
  expect([0, 0.5, 1].map(written)).toEqual(['0:1,1:0.5', '0:0.5,1:1,2:0.5', '1:1.5,2:1']);
  expect(formatWords(wordsOf(recipe))).toBe('0:1,1:0.5');
});
