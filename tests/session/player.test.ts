import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Display } from './display.ts';
import { Player } from '../../src/session/player.svelte.ts';

const reel = { last: 4, available: 4, dwell: () => 100 };
let shown: Display;
const display = (milliseconds: number) => shown.show(milliseconds);

beforeEach(() => (shown = new Display()));
afterEach(() => vi.unstubAllGlobals());

test('plays frame after frame, and stops at the end', () => {
  const player = new Player(() => reel);
  player.play();
  const seen = [player.index];
  for (let i = 0; i < 10 && player.playing; i++) {
    display(100);
    seen.push(player.index);
  }
  expect(seen).toEqual([0, 1, 2, 3, 4]);
  expect(player.playing).toBe(false);
});

test('never outruns the frames that have arrived, and goes on when they do', () => {
  const growing = { ...reel, available: 1 };
  const player = new Player(() => growing);
  player.play();
  for (let i = 0; i < 8; i++) display(100);
  expect([player.index, player.playing]).toEqual([1, true]);
  growing.available = 4;
  display(16);
  expect(player.index).toBe(2);
});

test('forward plays the other way', () => {
  const player = new Player(() => reel);
  player.direction = -1;
  player.play();
  expect(player.index).toBe(4);
  for (let i = 0; i < 4; i++) display(100);
  expect([player.index, player.playing]).toEqual([0, false]);
});

test('a loop holds the end, then starts over', () => {
  const player = new Player(() => reel);
  player.loop = true;
  player.play();
  for (let i = 0; i < 5; i++) display(100);
  expect(player.index).toBe(4);
  for (let i = 0; i < 12; i++) display(100);
  expect(player.playing).toBe(true);
  expect(player.index).toBeLessThan(4);
});

test('speed shortens the wait; going somewhere by hand pauses and stays within the run', () => {
  const player = new Player(() => reel);
  player.speed = 2;
  player.play();
  display(50);
  expect(player.index).toBe(1);
  player.seek(99);
  expect([player.index, player.playing]).toEqual([4, false]);
  player.seek(-1);
  expect(player.index).toBe(0);
});
