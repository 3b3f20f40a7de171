import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Run } from '../../src/session/run.svelte.ts';
import { Display } from './display.ts';
import { frameOf, recipeOf, runWith } from './fakes.ts';

let display: Display;
beforeEach(() => (display = new Display()));
afterEach(() => vi.unstubAllGlobals());

describe('a run', () => {
  it('tells of its frames once a display frame, however many came', () => {
    let told = 0;
    const run = new Run(recipeOf(), 'live', () => (told += 1));
    for (const index of [0, 1, 2]) run.push(frameOf(index, 4));
    expect([run.count, told]).toEqual([0, 0]);
    display.show(16);
    expect([run.count, told]).toEqual([3, 1]);
  });

  it('is complete with the frame of its last step', () => {
    expect(runWith(4).complete).toBe(false);
    expect(runWith(5).complete).toBe(true);
  });

  it('takes its frames again when it had to start over', () => {
    const run = runWith(3);
    run.push(frameOf(0, 4));
    run.announce();
    expect([run.count, run.frames.length]).toEqual([1, 1]);
  });

  it('ends where it was stopped', () => {
    const run = runWith(3);
    expect(run.finalIndex).toBe(4);
    run.end();
    expect(run.finalIndex).toBe(2);
  });

  it('shows a recording where its own frames have not arrived, and says so', () => {
    const recorded = new Run(recipeOf(), 'recorded');
    for (const index of [0, 1, 2, 3, 4]) recorded.push(frameOf(index, 4));
    recorded.announce();
    const run = new Run(recipeOf(), 'live', undefined, recorded);
    run.push({ ...frameOf(0, 4), ms: 7 });
    run.announce();
    expect([run.at(0)?.ms, run.sourceAt(0)]).toEqual([7, 'live']);
    expect([run.at(3)?.index, run.sourceAt(3)]).toEqual([3, 'recorded']);
    expect(run.filled).toBe(5);
  });

  it('gives the nearest frame before one that is not there, and nothing where there is none', () => {
    expect(runWith(3).at(4)?.index).toBe(2);
    expect(new Run(recipeOf(), 'live').at(2)).toBeNull();
  });
});
