import { expect, it } from 'vitest';
import { completionsOf } from '../../../src/features/prompt/logic/completions.ts';
import { lexiconOf } from '../../../src/features/prompt/logic/lexicon.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';

const words = [
  ['round-glasses', 'round glasses'],
  ['glasses', 'glasses'],
  ['red-hair', 'red hair'],
  ['red-shirt', 'red shirt'],
  ['closed-eyes', 'closed eyes'],
] as const;
const { vocabulary } = manifestWith({ vocabulary: words.map(([id, text]) => ({ id, words: [text], kind: 'any' })) });
const lexicon = lexiconOf(vocabulary);
const texts = (typed: string) => completionsOf(typed, lexicon).map(({ before, text }) => before + text);

const typed: [typed: string, completed: string[]][] = [
  ['', []],
  ['zebra', []],
  ['glass', []],
  ['re', ['red hair', 'red shirt']],
  ['a man with red h', ['a man with red hair']],
  ['red hair, round gl', ['red hair, round glasses']],
  ['no ey', ['no closed eyes']],
  ['gl', ['glasses', 'round glasses']],
  ['red hair, ', []],
];
it.each(typed)('“%s” may become %j', (typed, completed) => {
  expect(texts(typed)).toEqual(completed);
});
