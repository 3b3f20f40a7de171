import { expect, test } from 'vitest';
import { formatView, parseView, type LinkedView } from '../../src/session/view-in-link.ts';

const start: LinkedView = { step: null, forward: false, raw: false };
const roundTrip = (view: LinkedView, last = 20) => parseView(new URLSearchParams(formatView(view, last)));

test.each([
  { ...start, step: 7 },
  { ...start, step: 0, forward: true },
  { ...start, step: 20, forward: true },
  { step: 3, forward: true, raw: true },
])('a view survives its link: %j', (view) => {
  expect(roundTrip(view)).toEqual(view);
});

test('a finished run is played again: its end says nothing', () => {
  expect(formatView({ ...start, step: 20 }, 20)).toBe('');
});

test.each(['step=-1', 'step=1e9', 'step=1.5', 'step=x', 'direction=up', 'scale=__proto__', ''])(
  'nonsense changes nothing: %s',
  (query) => {
    expect(parseView(new URLSearchParams(query))).toEqual(start);
  },
);
