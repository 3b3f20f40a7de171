import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/contract/manifest.ts';
import { readText } from '../../../src/features/prompt/logic/read-text.ts';
import { lexiconOf, type Lexicon, type Names } from '../../../src/features/prompt/logic/lexicon.ts';
import { linesOf, type Note } from '../../../src/features/prompt/logic/notes.ts';
import { understand } from '../../../src/features/prompt/logic/understand.ts';
import { readModelJson } from './vocabulary-files.ts';

const manifests = {
  portraits: readModelJson('portraits/manifest.json') as Manifest,
  emoji: readModelJson('emoji/manifest.json') as Manifest,
};

function noted(note: Note): string {
  if (note.kind === 'cut') return '[cut]';
  return `[${note.kind} ${'text' in note ? note.text : note.id}]`;
}

/** What was understood as in a link, `!` before what is not wanted; then each note with its kind. */
async function read(model: keyof typeof manifests, text: string): Promise<string> {
  const { vocabulary } = manifests[model];
  const { understood } = await readText(text, { model, vocabulary, knowledge: {} });
  const words = understood.words.map(
    ({ id, weight, not }) => `${not ? '!' : ''}${id}${weight === 1 ? '' : `:${weight}`}`,
  );
  return [...words, ...understood.notes.map(noted)].join(' ');
}

type Table = readonly (readonly [text: string, understood: string])[];

const portraits: Record<string, Table> = {
  'weights and brackets as in the tools that people know': [
    ['(red hair:1.2)', 'red-hair:1.2'],
    ['(beard:-1)', '!beard'],
    ['(beard:-0.5)', '!beard:0.5'],
    ['beard:-1', '!beard'],
    ['red hair: 0,7', 'red-hair:0.7'],
    ['red hair:.5', 'red-hair:0.5'],
    ['red hair : 0.5', 'red-hair:0.5'],
    ['red hair::0.5', 'red-hair:0.5'],
    ['(red hair)', 'red-hair:1.1'],
    ['((red hair))', 'red-hair:1.21'],
    ['[red hair]', 'red-hair:0.91'],
    ['{red hair}', 'red-hair:1.05'],
    ['(red hair, glasses:1.3)', 'red-hair:1.3 glasses:1.3'],
    ['(red hair, (glasses:1.2):1.1)', 'red-hair:1.1 glasses:1.32'],
    ['(long red:1.3) hair', 'long-hair:1.3 red-hair:1.3'],
    ['long (red:1.3) hair, (hat:0.5)', 'long-hair red-hair:1.3 hat:0.5'],
    ['red hair+, glasses++, hat--', 'red-hair:1.1 glasses:1.21 hat:0.81'],
    ['(red hair:9)', 'red-hair:1.5 [clamped red-hair]'],
    ['(beard:-3)', '!beard:1.5 [clamped beard]'],
    ['(beard:0)', 'beard:0'],
    ['no (beard, hat), glasses', '!beard:1.1 !hat:1.1 glasses'],
    ['no (beard:-1)', 'beard'],
    ['red hair \\(natural\\)', 'red-hair [unknown natural]'],
    ['red hair BREAK glasses AND hat', 'red-hair glasses hat'],
    ['no beard AND hat', '!beard hat'],
    ['red hair, <lora:x:1>', 'red-hair [foreign <lora:x:1>]'],
    ['[red hair:blue hair:0.5], hat', 'hat [foreign [red hair:blue hair:0.5]]'],
    ['{red|blue} hair, hat', 'hat [open hair] [foreign {red|blue}]'],
    ['red hair --ar 16:9', 'red-hair [foreign --ar 16:9]'],
    ['red hair --no beard', 'red-hair !beard'],
    ['((((red hair', 'red-hair'],
    ['red hair)))', 'red-hair'],
    ['glasses, no glasses', '!glasses [contradicted glasses]'],
    ['no glasses, glasses', 'glasses [contradicted glasses]'],
    ['red hair:１．２', 'red-hair:1.2'],
  ],
  'people and filler': [
    ['a man with red hair', 'red-hair [people man]'],
    ['an old man', '[people old man]'],
    ['middle-aged woman, glasses', 'glasses [people middle aged woman]'],
    ['30 year old guy with a beard', 'beard [people 30 year old guy]'],
    ['a little girl', '[people girl]'],
    ['a person', ''],
    ['masterpiece, best quality, 8k, cinematic, highly detailed, red hair', 'red-hair'],
    ['a photo of a man standing, soft light', '[people man]'],
    ['portrait of a smiling child with freckles', 'smile [people child] [unknown freckles]'],
    ['alter Mann mit Hut', 'hat [people alter mann]'],
  ],
  traps: [
    ['a sleep mask', 'sleep-mask'],
    ['rock star', '[unknown rock] [unknown star]'],
    ['a movie star with sunglasses', 'sunglasses [unknown movie] [unknown star]'],
    ['turtle', '[unknown turtle]'],
    ['bear', '[unknown bear]'],
    ['cat', '[unknown cat]'],
    ['sun glasses', 'sunglasses'],
    ['sun-glasses', 'sunglasses'],
    ['pony tails', 'ponytail'],
    ['mohican, moustachioed', '[unknown mohican] [unknown moustachioed]'],
    ['brun', '[unknown brun]'],
    ['dreadl', 'dreadlocks'],
  ],
  German: [
    ['rote Haare mit Brille, gruener Hintergrund', 'red-hair glasses green-background'],
    ['rote Haare mit Brille, grüner Hintergrund', 'red-hair glasses green-background'],
    ['lange, lockige, rote Haare', 'long-hair curly-hair red-hair'],
    ['eine Frau mit blauen Haaren und ohne Brille', 'blue-hair !glasses [people frau]'],
    ['kein Bart und keine Brille', '!beard !glasses'],
    ['ohne Bart und Hut, Sonnenbrille', '!beard !hat sunglasses'],
    ['Rothaarige mit runder Brille', 'red-hair round-glasses'],
    ['trauriges Gesicht, weisse Haare', 'sad white-hair'],
    ['Haare: lang und rot', 'long-hair red-hair'],
    ['Hintergrund türkis', 'teal-background'],
    ['(Bart:1,3)', 'beard:1.3'],
    ['ein lachender Pirat', 'laugh eyepatch'],
  ],
  emoji: [
    ['👓', 'glasses'],
    ['🕶️ 🎩', 'sunglasses hat'],
    ['no 👓', '!glasses'],
    ['👩🏿', 'dark-skin'],
    ['👨‍🦰', 'red-hair'],
    ['👨🏽‍🦱', 'curly-hair tan-skin'],
    ['🧔🏻‍♂️', 'beard light-skin'],
    ['🧕🏾', 'hijab brown-skin'],
    ['👩', '[people 👩]'],
    ['👩‍🚀', '[people 👩‍🚀]'],
    ['🚀', '[unknown 🚀]'],
    ['🇩🇪 hat', 'hat [unknown 🇩🇪]'],
    ['(👓:1.3)', 'glasses:1.3'],
  ],
  'ten prompts as people type them': [
    ['a smiling old woman with white hair and glasses', 'smile white-hair glasses [people old woman]'],
    ['portrait of a young man, red beard, blue background, 8k', 'beard blue-background [people young man] [open red]'],
    ['girl with pink pigtails and big eyes', 'pigtails [people girl] [open pink] [unknown big eyes]'],
    ['bald guy with sunglasses, no beard', 'bald sunglasses !beard [people guy]'],
    ['pikachu', '[unknown pikachu]'],
    ['a rocket', '[unknown rocket]'],
    [
      'cyberpunk hacker, mohawk, (green hair:1.3), cinematic lighting',
      'mohawk green-hair:1.3 [unknown cyberpunk] [unknown hacker]',
    ],
    [
      'blonde woman standing in front of a yellow background, highly detailed',
      'blonde-hair yellow-background [people woman]',
    ],
    ['trauriger Mann mit Bart', 'sad beard [people mann]'],
    ['anime style, teal hair, earrings, blushing', 'earrings blush [unknown anime style] [unknown teal hair]'],
  ],
};

const emoji: Table = [
  ['hippo', 'hippopotamus'],
  ['a rhino', 'rhinoceros'],
  ['🐱', 'cat face'],
  ['🐈‍⬛', 'black cat'],
  ['❤️', 'red heart'],
  ['cloud', 'cloud'],
  ['clouds', 'clouds'],
  ['a glass', 'glass'],
  ['the tear', 'tear'],
  ['an eye', 'eye'],
  ['eggs', 'eggs'],
  ['hearts', 'hearts'],
  ['mugs', 'mugs'],
  ['blossom', 'blossom'],
  ['wolves', 'wolf'],
  ['roter Apfel', 'red apple'],
  ['eine weinende Katze', 'crying cat'],
  ['Nilpferd', 'hippopotamus'],
  ['Bär', 'bear'],
  ['hotdog', 'hot-dog'],
  ['rain bow', 'rainbow'],
  ['chest', '[unknown chest]'],
  ['pikachu', '[unknown pikachu]'],
  ['a photo of a frog, soft light', 'frog'],
];

describe.each(Object.entries(portraits))('of portraits, %s:', (_, table) => {
  it.each(table)('“%s” is %s', async (text, understood) => {
    expect(await read('portraits', text)).toBe(understood);
  });
});

it.each(emoji)('of emoji, “%s” is %s', async (text, understood) => {
  expect(await read('emoji', text)).toBe(understood);
});

it('knowledge is loaded only when a text needs it', async () => {
  const of = async (text: string) => {
    const { vocabulary } = manifests.portraits;
    const { knowledge } = await readText(text, { model: 'portraits-small', vocabulary, knowledge: {} });
    return Object.keys(knowledge);
  };
  expect(await of('red hair, an old man')).toEqual([]);
  expect(await of('👓')).toEqual(['characters']);
  expect(await of('zebra')).toEqual(['german']);
});

describe('whatever is typed, the work is bounded:', () => {
  const { vocabulary } = manifests.emoji;
  const strange = (n: number) => `qx${n.toString(36)}zv`;
  const words = Array.from({ length: 1000 }, (_, n) => strange(n));
  const texts: [name: string, text: string][] = [
    ['a thousand unknown words', words.join(' ')],
    ['a thousand unknown words with commas', words.join(', ')],
    ['a thousand weights', words.map((word) => `(${word}:1.2)`).join(' ')],
    ['deep brackets', '('.repeat(5000) + words.join(' ') + ')'.repeat(5000)],
    ['a million words', 'red hair '.repeat(5e5)],
    ['a word of a million letters', 'x'.repeat(1e6)],
    ['a million brackets', '[('.repeat(5e5)],
    ['a million commas', ', '.repeat(5e5)],
    ['a million beginnings of wildcards', 'a__'.repeat(3e5)],
  ];
  const german = readModelJson('data/emoji/names.de.json') as Names;

  it.each(texts)('%s', (_, text) => {
    const lexicon = lexiconOf(vocabulary, { german });
    let lookups = 0;
    let scans = 0;
    const counting: Lexicon = {
      ...lexicon,
      idOf: (parts) => (lookups++, lexicon.idOf(parts)),
      get phrases() {
        scans++;
        return lexicon.phrases;
      },
    };
    const { notes } = understand(text, counting);
    expect(lookups).toBeLessThan(20_000);
    expect(scans).toBeLessThan(12);
    const { lines } = linesOf(notes);
    expect(lines.length).toBeLessThanOrEqual(3);
    expect(JSON.stringify(lines).length).toBeLessThan(1000);
  });

  it('the quickest of twenty readings of a thousand unknown words takes less than 50 ms', () => {
    const lexicon = lexiconOf(vocabulary, { german });
    const took = Array.from({ length: 20 }, () => {
      const started = performance.now();
      understand(words.join(' '), lexicon);
      return performance.now() - started;
    });
    expect(Math.min(...took)).toBeLessThan(50);
  });
});
