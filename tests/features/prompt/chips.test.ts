import { expect, test } from 'vitest';
import { parseWords } from '../../../src/contract/words.ts';
import { askedBy, chipsOf, withWords } from '../../../src/features/prompt/logic/chips.ts';

const asked = { condition: parseWords('micah,red-hair:0.5'), negative: parseWords('beard') };
const kinds: Record<string, string> = {
  micah: 'style',
  ink: 'style',
  'red-hair': 'hair colour',
  'blue-hair': 'hair colour',
};
const kindOf = (id: string) => kinds[id];
const word = (id: string, not = false) => ({ id, weight: 1, not });

test('a recipe survives the box', () => {
  expect(askedBy(chipsOf(asked))).toEqual(asked);
});

test('words that are there are said anew in their place, others come last', () => {
  const chips = withWords(chipsOf(asked), [word('glasses'), word('red-hair', true)], kindOf);
  expect(askedBy(chips)).toEqual({ condition: parseWords('micah,glasses'), negative: parseWords('red-hair,beard') });
});

test('a new style takes the place of the one before, unless it is not wanted', () => {
  const idsAfter = (not: boolean) => withWords(chipsOf(asked), [word('ink', not)], kindOf).map(({ id }) => id);
  expect(idsAfter(false)).toEqual(['red-hair', 'beard', 'ink']);
  expect(idsAfter(true)).toEqual(['micah', 'red-hair', 'beard', 'ink']);
});

test('a new colour takes the place of the one before; colours said in one breath are mixed', () => {
  const wanted = (...ids: string[]) =>
    askedBy(
      withWords(
        chipsOf(asked),
        ids.map((id) => word(id)),
        kindOf,
      ),
    ).condition.map(({ id }) => id);
  expect(wanted('blue-hair')).toEqual(['micah', 'blue-hair']);
  expect(wanted('blue-hair', 'red-hair')).toEqual(['micah', 'red-hair', 'blue-hair']);
});
