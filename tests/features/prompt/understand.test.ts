import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lexiconOf, type Vocabulary } from '../../../src/features/prompt/logic/lexicon.ts';
import { understand } from '../../../src/features/prompt/logic/understand.ts';

const vocabulary = JSON.parse(
  readFileSync(new URL('../../../models/data/portraits/vocabulary.json', import.meta.url), 'utf8'),
) as Vocabulary;
const lexicon = lexiconOf(vocabulary);

/** What was understood as in a link, `!` before what is not wanted; then what was not, in brackets. */
function read(text: string): string {
  const { words, notes } = understand(text, lexicon);
  const weightOf = (weight: number) => (weight === 1 ? '' : `:${weight}`);
  return [
    ...words.map(({ id, weight, not }) => `${not ? '!' : ''}${id}${weightOf(weight)}`),
    ...notes.flatMap((note) => ('text' in note ? [`[${note.text}]`] : [])),
  ].join(' ');
}
/** The first word that was not understood. */
const unknownIn = (text: string) => understand(text, lexicon).notes.find((note) => 'nearest' in note);
const nearestTo = (text: string) => unknownIn(text)?.nearest ?? [];

it('every way to type a word, and its name in links, is understood as that word', () => {
  for (const { id, words } of vocabulary) {
    for (const phrase of words) expect([phrase, read(phrase)]).toEqual([phrase, id]);
  }
});

it('any number of words, in any order, are understood as typed', () => {
  for (let shift = 1; shift < vocabulary.length; shift += 7) {
    const some = [0, 1, 2, 3, 4].map((i) => vocabulary[(i * 31 + shift) % vocabulary.length]!);
    expect(read(some.map(({ words }) => words.at(-1)).join(', '))).toBe(some.map(({ id }) => id).join(' '));
  }
});

const texts: [text: string, understood: string][] = [
  ['', ''],
  ['  , ;', ''],
  // The longest phrase wins.
  ['round glasses', 'round-glasses'],
  ['hair over one eye', 'hair-over-eye'],
  ['a big smile', 'grin'],
  // Plurals, hyphens, capitals, accents.
  ['Red-haired, ROUND GLASS, moustaches, earring', 'red-hair round-glasses moustache earrings'],
  ['tshirt, t shirt', 't-shirt'],
  ['an eye-patch', 'eyepatch'],
  ['blue-haired', 'blue-hair'],
  // Adjectives share a noun.
  ['long red hair', 'long-hair red-hair'],
  ['long, curly, red hair', 'long-hair curly-hair red-hair'],
  ['red and curly hair', 'red-hair curly-hair'],
  ['round red glasses', 'round-glasses red-glasses'],
  ['hair: long and red', 'long-hair red-hair'],
  ['the background is mint', 'mint-background'],
  ['long and wild hair', 'long-hair [wild hair]'],
  ['dark red hair', 'red-hair [dark]'],
  ['mint, spiky', 'mint-background spiky-hair'],
  // What is not wanted.
  ['no beard', '!beard'],
  ['without glasses', '!glasses'],
  ['not smiling', '!smile'],
  ["isn't angry", '!angry'],
  ['no beard or moustache, glasses', '!beard !moustache glasses'],
  ['no beard and a hat', '!beard hat'],
  ['without beard and hat', '!beard !hat'],
  ['without a beard but with glasses', '!beard glasses'],
  ['no hair', 'bald'],
  ['without hair', 'bald'],
  ['no long red hair', '!long-hair !red-hair'],
  // Once each; the last counts.
  ['glasses, spectacles', 'glasses'],
  ['glasses, no glasses', '!glasses'],
  // How much.
  ['red hair:0.5, glasses: 1.2', 'red-hair:0.5 glasses:1.2'],
  ['red hair:9', 'red-hair:1.5'],
  ['very sad, slightly messy hair', 'sad:1.3 messy-hair:0.6'],
  // What it does not know, and what it must not take for something.
  ['red', '[red]'],
  ['a man', '[man]'],
  ['two eyes', '[two eyes]'],
  ['red hat', 'hat [red]'],
  ['constructor, __proto__', '[constructor] [__proto__]'],
  ['a zebra with red hair', 'red-hair [zebra]'],
  [
    'a smiling man with red hair and round glasses, no beard, mint background',
    'smile red-hair round-glasses !beard mint-background [man]',
  ],
  ['please draw a picture of somebody in a blue sweater, asleep', 'blue-shirt closed-eyes'],
];
it.each(texts)('“%s” is %s', (text, understood) => {
  expect(read(text)).toBe(understood);
});

describe('unknown words', () => {
  const slips: [text: string, nearest: string][] = [
    ['glases', 'glasses'],
    ['mustahce', 'moustache'],
    ['smilng', 'smile'],
    ['bue hair', 'blue-hair'],
    ['mitn background', 'mint-background'],
    ['beared', 'beard'],
  ];
  it.each(slips)('“%s” suggests %s first', (text, nearest) => {
    expect(nearestTo(text)[0]).toBe(nearest);
  });

  it('a colour alone fits several, which are named', () => {
    const red = unknownIn('red');
    expect(red?.kind).toBe('open');
    expect(red?.nearest).toEqual(expect.arrayContaining(['red-hair', 'red-shirt', 'red-background']));
  });

  it('nothing comes near to what is far from everything', () => {
    for (const text of ['zebra', 'man', 'woman', 'qqqqqqq']) expect(nearestTo(text)).toEqual([]);
  });

  it('any text is read without harm', () => {
    for (const text of ['💡', ':1', ':::1.5', '<b>', "'", '-1', 'no', 'x'.repeat(9000)]) {
      expect(() => understand(text, lexicon)).not.toThrow();
    }
  });
});
