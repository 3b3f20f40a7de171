import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Run } from '../../src/session/run.svelte.ts';
import { Viewer } from '../../src/session/viewer.svelte.ts';
import { Display } from './display.ts';
import { frameOf, recipeOf, runWith } from './fakes.ts';

let display: Display;
beforeEach(() => (display = new Display()));
afterEach(() => vi.unstubAllGlobals());

const viewerOf = (still = false) => new Viewer({ still: () => still, sigmaData: () => 1 });

describe('a viewer', () => {
  it('plays the first run from its noise on', () => {
    const viewer = viewerOf();
    viewer.show(runWith(5), false);
    expect([viewer.player.index, viewer.player.playing]).toEqual([0, true]);
  });

  it('stands where a link leads, in its direction, and plays from there only when told', () => {
    const viewer = viewerOf();
    viewer.startAt = { index: 3, direction: -1 };
    viewer.show(runWith(5), true);
    expect([viewer.player.index, viewer.player.playing, viewer.player.direction]).toEqual([3, false, -1]);
    viewer.show(runWith(5), true);
    expect([viewer.player.index, viewer.player.playing]).toEqual([0, true]);
  });

  it('waits for the frame that a link leads to', () => {
    const viewer = viewerOf();
    viewer.startAt = { index: 2, direction: 1 };
    const run: Run = new Run(recipeOf(), 'live', () => viewer.follow(run, true));
    viewer.expect(run);
    for (let index = 0; index < 2; index++) run.push(frameOf(index, 4));
    run.announce();
    expect(viewer.shown).toBeNull();
    run.push(frameOf(2, 4));
    run.announce();
    expect([viewer.shown, viewer.player.index]).toEqual([run, 2]);
  });

  it('shows nothing moving where that is asked for', () => {
    const viewer = viewerOf(true);
    viewer.show(runWith(5), true);
    expect(viewer.player.playing).toBe(false);
  });

  it('keeps the place, as a share of the way, when a run takes over', () => {
    const viewer = viewerOf();
    viewer.show(runWith(5), false);
    viewer.player.seek(2);
    viewer.show(runWith(9, recipeOf({ numSteps: 8 })), false);
    expect(viewer.player.index).toBe(4);
  });

  it('lets a newer run take over only when it has what is looked at', () => {
    const viewer = viewerOf();
    const old = runWith(5);
    viewer.show(old, false);
    viewer.player.seek(3);
    const newer: Run = new Run(recipeOf({ seed: 1 }), 'live', () => viewer.follow(newer, false));
    viewer.expect(newer);
    for (const index of [0, 1, 2]) newer.push(frameOf(index, 4));
    newer.announce();
    expect(viewer.shown).toBe(old);
    newer.push(frameOf(3, 4));
    newer.announce();
    expect(viewer.shown).toBe(newer);
    expect(viewer.player.index).toBe(3);
  });

  it('plays a newer run to its own end when it takes over from one that was playing and was stopped', () => {
    const viewer = viewerOf();
    const old = runWith(3);
    viewer.show(old, false);
    display.show(1);
    const newer: Run = new Run(recipeOf({ seed: 1 }), 'live', () => viewer.follow(newer, false));
    viewer.expect(newer);
    old.end();
    // Longer than the old run's frames last: it waits where they end, and goes on playing.
    for (let i = 0; i < 40; i++) display.show(200);
    expect([viewer.shown, viewer.player.playing]).toEqual([old, true]);
    for (const index of [0, 1, 2, 3, 4]) newer.push(frameOf(index, 4));
    newer.announce();
    newer.end();
    for (let i = 0; i < 60 && viewer.player.playing; i++) display.show(200);
    expect([viewer.shown, viewer.player.index, viewer.player.playing]).toEqual([newer, 4, false]);
  });

  it('stays at the end of a run that was stopped when nothing takes over', () => {
    const viewer = viewerOf();
    const stopped = runWith(3);
    viewer.show(stopped, false);
    stopped.end();
    for (let i = 0; i < 60; i++) display.show(200);
    expect([viewer.player.index, viewer.player.playing]).toEqual([2, false]);
  });

  it('never shows a run that is not expected any more', () => {
    const viewer = viewerOf();
    const [old, late] = [runWith(5), runWith(5, recipeOf({ seed: 2 }))];
    viewer.show(old, false);
    viewer.expect(late);
    viewer.forget(late);
    viewer.follow(late, true);
    expect(viewer.shown).toBe(old);
  });
});
