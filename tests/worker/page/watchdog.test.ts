import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWatchdog } from '../../../src/worker/page/watchdog.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('barks once after the silence it was given', () => {
  const bark = vi.fn();
  const watchdog = createWatchdog(bark);
  watchdog.pat(4_000);
  vi.advanceTimersByTime(3_999);
  expect(bark).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(bark.mock.calls).toEqual([[4_000]]);
});

it('waits anew after each sign of life', () => {
  const bark = vi.fn();
  const watchdog = createWatchdog(bark);
  for (let k = 0; k < 10; k++) {
    watchdog.pat(4_000);
    vi.advanceTimersByTime(2_900);
  }
  expect(bark).not.toHaveBeenCalled();
});

it('takes a new patience, also an endless one, and stops when told', () => {
  const bark = vi.fn();
  const watchdog = createWatchdog(bark);
  watchdog.pat(1_000);
  watchdog.pat(8_000);
  vi.advanceTimersByTime(7_000);
  watchdog.pat(Infinity);
  vi.advanceTimersByTime(1e9);
  watchdog.pat(1_000);
  watchdog.stop();
  vi.advanceTimersByTime(1e9);
  expect(bark).not.toHaveBeenCalled();
  watchdog.pat(1_000);
  vi.advanceTimersByTime(1_000);
  expect(bark).toHaveBeenCalledOnce();
});
