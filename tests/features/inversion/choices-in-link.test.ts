import { describe, expect, it } from 'vitest';
import { parseChoices, withChoices } from '../../../src/features/inversion/logic/choices-in-link.ts';

const start = { word: null, guidance: 1, steps: 50 };
const parse = (query: string) => parseChoices(new URLSearchParams(query), start, ['hat', 'beard']);

describe('the choices of an inversion', () => {
  it.each([{ word: 'hat', guidance: 2.5, steps: 80 }, { ...start, guidance: 0 }, start])(
    'survive their link: %j',
    (c) => {
      expect(parse(withChoices(new URLSearchParams('condition=a:1,b:1&seed=4'), c, start))).toEqual(c);
    },
  );

  it('leave the rest of the query as it was', () => {
    const query = new URLSearchParams('condition=a:1,b:1&seed=4&as=hat');
    expect(withChoices(query, start, start)).toBe('condition=a:1,b:1&seed=4');
  });

  it.each(['as=nobody', 'again-guidance=9', 'again-guidance=', 'again-steps=0', 'again-steps=7.5', 'as=constructor'])(
    'are as they start where a link makes no sense: %s',
    (query) => {
      expect(parse(query)).toEqual(start);
    },
  );
});
