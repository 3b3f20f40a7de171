import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from '../../src/session/throttle.ts';

let now = 0;
const pass = (milliseconds: number) => {
  now += milliseconds;
  vi.advanceTimersByTime(milliseconds);
};
beforeEach(() => {
  now = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

test('the first change is worked on at once, and of a drag the newest when its turn comes', () => {
  const throttle = new Throttle(() => now);
  const done: number[] = [];
  for (let change = 0; change < 30; change++) {
    throttle.soon(() => {
      throttle.started();
      done.push(change);
    });
    pass(10);
  }
  pass(200);
  expect(done[0]).toBe(0);
  expect(done.at(-1)).toBe(29);
  expect(done.length).toBeGreaterThanOrEqual(3);
  expect(done.length).toBeLessThanOrEqual(4);
});

test('what waits can be called off', () => {
  const throttle = new Throttle(() => now);
  const work = vi.fn();
  throttle.soon(work);
  expect(throttle.waiting).toBe(true);
  throttle.cancel();
  pass(1000);
  expect([throttle.waiting, work.mock.calls.length]).toEqual([false, 0]);
});
