import { expect, test } from 'vitest';
import { parseWords } from '../../src/recipe/words.ts';
import { askedBy, chipsOf, withWords } from '../../src/ui/state/chips.ts';

const asked = { condition: parseWords('micah,red-hair:0.5'), not: parseWords('beard') };
const isStyle = (id: string) => id === 'micah' || id === 'ink';
const word = (id: string, not = false) => ({ id, weight: 1, not });

test('a recipe survives the box', () => {
  expect(askedBy(chipsOf(asked))).toEqual(asked);
});

test('words that are there are said anew in their place, others come last', () => {
  const chips = withWords(chipsOf(asked), [word('glasses'), word('red-hair', true)], isStyle);
  expect(askedBy(chips)).toEqual({ condition: parseWords('micah,glasses'), not: parseWords('red-hair,beard') });
});

test('a new style takes the place of the one before, unless it is not wanted', () => {
  const idsAfter = (not: boolean) => withWords(chipsOf(asked), [word('ink', not)], isStyle).map(({ id }) => id);
  expect(idsAfter(false)).toEqual(['red-hair', 'beard', 'ink']);
  expect(idsAfter(true)).toEqual(['micah', 'red-hair', 'beard', 'ink']);
});
