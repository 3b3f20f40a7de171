import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edited, wishOf } from '../../src/contract/families/index.ts';
import { formatQuery, parseQuery } from '../../src/contract/query.ts';
import { withWish } from '../../src/contract/wish.ts';
import { Places } from '../../src/session/places.ts';
import { manifestWith } from '../contract/manifest-for-tests.ts';
import { recipeOf } from './fakes.ts';

/** A browser's history that can refuse. */
class Journal {
  entries: string[] = ['start'];
  refuses = false;

  pushState(_state: unknown, _title: string, address: string): void {
    if (this.refuses) throw new DOMException('too often', 'SecurityError');
    this.entries.push(address);
  }

  replaceState(_state: unknown, _title: string, address: string): void {
    if (this.refuses) throw new DOMException('too often', 'SecurityError');
    this.entries.splice(-1, 1, address);
  }
}

let journal: Journal;
let places: Places;
beforeEach(() => {
  vi.useFakeTimers();
  journal = new Journal();
  places = new Places(journal);
});
afterEach(() => vi.useRealTimers());

describe('the places that back leads to', () => {
  it('are one for a key that is held', () => {
    places.keydown({ repeat: false });
    places.go('a');
    for (const address of ['b', 'c', 'd']) {
      places.keydown({ repeat: true });
      places.go(address);
    }
    places.release();
    expect(journal.entries).toEqual(['start', 'd']);
    places.go('e');
    places.keydown({ repeat: false });
    places.go('f');
    expect(journal.entries).toEqual(['start', 'd', 'e', 'f']);
  });

  it('are kept up where the browser refuses: the newest address follows later', () => {
    journal.refuses = true;
    places.go('a');
    places.go('b');
    vi.advanceTimersByTime(60_000);
    places.go('c');
    journal.refuses = false;
    vi.advanceTimersByTime(60_000);
    expect(journal.entries).toEqual(['c']);
  });
});

describe('what was wished for', () => {
  const model = manifestWith();
  const forced = edited(recipeOf({ numSteps: 100, sigmas: 'karras' }), { sampler: 'lcm' });
  const { recipe: said } = parseQuery(new URLSearchParams(formatQuery(forced)), model);

  it('comes back with its place in the history', () => {
    const state: unknown = structuredClone({ wish: wishOf(forced) });
    expect(edited(withWish(said, state), { sampler: 'euler' })).toMatchObject({ sigmas: 'karras', numSteps: 100 });
  });

  it.each([null, 7, {}, { wish: 'x' }, { wish: recipeOf({ seed: 9 }) }])('counts only where it fits: %j', (state) => {
    expect(withWish(said, state)).toBe(said);
  });
});
