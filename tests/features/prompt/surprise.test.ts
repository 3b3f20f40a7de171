import { expect, it } from 'vitest';
import { surprise } from '../../../src/features/prompt/logic/surprise.ts';
import type { Vocabulary } from '../../../src/features/prompt/logic/lexicon.ts';

const word = (id: string, kind: string, shows?: string[]) => ({ id, kind, words: [id], ...(shows && { shows }) });
const people = ['red-hair', 'bald', 'glasses', 'sky-background', 'coral-background'];
const vocabulary: Vocabulary = [
  word('painted', 'style', people),
  word('blob', 'style', ['red-body', 'sky-background']),
  word('red-hair', 'hair colour'),
  word('bald', 'hair'),
  word('red-body', 'body colour'),
  word('glasses', 'glasses'),
  word('sky-background', 'background'),
  word('coral-background', 'background'),
];
/** Even numbers in [0, 1) that differ from draw to draw. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

it('draws one style, and only what that style can show, at most one word of a kind', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    const drawn = surprise({ vocabulary }, sequence(seed * 7919)).map(({ id }) => vocabulary.find((w) => w.id === id)!);
    const [style, ...others] = drawn;
    expect(style?.kind).toBe('style');
    expect(others.filter(({ id }) => !style?.shows?.includes(id))).toEqual([]);
    expect(new Set(drawn.map(({ kind }) => kind)).size).toBe(drawn.length);
    expect(drawn.map(({ id }) => id)).toEqual(expect.arrayContaining([expect.stringMatching(/background/)]));
    const ids = drawn.map(({ id }) => id);
    expect(ids.includes('bald') && ids.includes('red-hair')).toBe(false);
    ids.forEach((id) => seen.add(id));
  }
  expect([...seen].sort()).toEqual(vocabulary.map(({ id }) => id).sort());
});

it('of a model that names its subjects is one of them in one of its styles, and any of both', () => {
  const subjects = [['glasses', 'bald'], ['red-hair']];
  const drawn = Array.from({ length: 100 }, (_, seed) =>
    surprise({ vocabulary, subjects }, sequence((seed + 1) * 7919)).map(({ id }) => id),
  );
  const possible = ['painted', 'blob'].flatMap((style) => subjects.map((subject) => [style, ...subject].join()));
  expect([...new Set(drawn.map(String))].sort()).toEqual(possible.sort());
});
