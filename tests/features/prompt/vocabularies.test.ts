import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/contract/manifest.ts';
import { lexiconOf, type Characters, type Names } from '../../../src/features/prompt/logic/lexicon.ts';
import { understand } from '../../../src/features/prompt/logic/understand.ts';
import { readModelJson } from './vocabulary-files.ts';

/** What was understood of a text, weights aside; `!` before what is not wanted. */
const reader = (lexicon: ReturnType<typeof lexiconOf>) => (text: string) =>
  understand(text, lexicon)
    .words.map(({ id, not }) => (not ? `!${id}` : id))
    .join(' ');

describe.each(['portraits', 'portraits-small', 'emoji'])('of %s', (model) => {
  const { vocabulary } = readModelJson(`${model}/manifest.json`) as Manifest;
  const data = model.split('-')[0] ?? '';
  const german = readModelJson(`data/${data}/names.de.json`) as Names;
  const characters = readModelJson(`data/${data}/characters.json`) as Characters;
  const spelled = vocabulary.flatMap(({ id, words }) => words.map((text) => ({ id, text })));
  const english = lexiconOf(vocabulary);
  const all = lexiconOf(vocabulary, { german, characters });

  it.each([
    ['alone', english],
    ['with German beside it', all],
  ])('every phrase is understood as its own word, %s, with an article, in capitals and in brackets', (_, lexicon) => {
    const understood = reader(lexicon);
    const typed = ['', 'a ', 'an ', 'the ', 'a picture of a ', '('].flatMap((before) =>
      spelled.map(({ id, text }) => ({ id, text: before + text })),
    );
    const wrong = [...typed, ...spelled.map(({ id, text }) => ({ id, text: text.toUpperCase() }))]
      .map(({ id, text }) => ({ text, id, understood: understood(text) }))
      .filter(({ id, understood }) => understood !== id);
    expect(wrong).toEqual([]);
  });

  it('two phrases with a comma between them are both understood', () => {
    const understood = reader(english);
    const pairs = spelled.map((first, place) => [first, spelled[(place * 7 + 3) % spelled.length]!] as const);
    const wrong = pairs
      .filter(([first, second]) => first.id !== second.id)
      .map(([first, second]) => ({ expected: `${first.id} ${second.id}`, text: `${first.text}, ${second.text}` }))
      .filter(({ expected, text }) => understood(text) !== expected);
    expect(wrong).toEqual([]);
  });

  it('every word has a German name, and each is understood as its word, with and without umlauts', () => {
    expect(Object.keys(german).sort()).toEqual(expect.arrayContaining(vocabulary.map(({ id }) => id).sort()));
    const understood = reader(all);
    const transcribed = (text: string) =>
      text.replace(/[äöüß]/gi, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' })[letter.toLowerCase()] ?? '');
    const wrong = Object.entries(german)
      .filter(([id]) => vocabulary.some((word) => word.id === id))
      .flatMap(([id, texts]) =>
        texts.flatMap((text) => [text, transcribed(text), text.toLowerCase()].map((form) => [id, form])),
      )
      .map(([id = '', text = '']) => ({ id, text, understood: understood(text) }))
      .filter(({ id, understood }) => understood !== id);
    expect(wrong).toEqual([]);
  });

  it('every emoji is understood as its words, with a variation selector and without', () => {
    const understood = reader(all);
    const known = Object.entries(characters).filter(([character]) => !/^\p{Emoji_Modifier}$/u.test(character));
    const wrong = known
      .flatMap(([character, words]) =>
        [character, `${character}\ufe0f`].map((text) => ({ text, words: words.join(' ') })),
      )
      .map(({ text, words }) => ({ text, words, understood: understood(text) }))
      .filter(({ words, understood }) => words !== understood);
    expect(wrong).toEqual([]);
    expect(known.flatMap(([, words]) => words).filter((id) => !vocabulary.some((word) => word.id === id))).toEqual([]);
  });
});
