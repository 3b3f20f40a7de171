import { afterEach, describe, expect, it } from 'vitest';
import { Failure } from '../../../src/contract/failure.ts';
import type { Denoiser } from '../../../src/engine/diffusion/denoiser.ts';
import type { Loader } from '../../../src/worker/thread/models.ts';
import { tasks } from '../../../src/worker/thread/tasks/index.ts';
import {
  deferred,
  ends,
  framesOf,
  gated,
  generate,
  ideal,
  load,
  loaderOf,
  modelOf,
  openLine,
  recipe,
  type Line,
} from '../line.ts';

let line: Line;
afterEach(() => line.close());

/** @param now by default a clock on which every step is slow, so that messages are let in after each */
async function loaded(denoiser: Denoiser = ideal, extra = {}, now?: () => number): Promise<Line> {
  let time = 0;
  line = openLine(loaderOf(denoiser, extra), { now: now ?? (() => (time += 20)) });
  line.send(load());
  await line.until(ends(1));
  return line;
}

/** The ids of the asks whose frames came, in the order in which they came. */
const order = (ids: readonly number[]) =>
  line.responses.flatMap((response) =>
    response.type === 'tell' && ids.includes(response.id) ? (response.told as []).map(() => response.id) : [],
  );

describe('lanes', () => {
  it('advance in lockstep: the frames of two runs alternate', async () => {
    const { denoiser, atGate, open } = gated(1);
    await loaded(denoiser);
    line.send(generate(2, { lane: 'left' }));
    await atGate;
    line.send(generate(3, { lane: 'right' }));
    open();
    await Promise.all([line.until(ends(2)), line.until(ends(3))]);
    expect(order([2, 3])).toEqual(Array.from({ length: 26 }, (_, k) => 2 + (k % 2)));
    expect(framesOf(line.responses, 2).map(({ x }) => x)).toEqual(framesOf(line.responses, 3).map(({ x }) => x));
  });

  it('fill evenly, 25 of them: none is more than a step ahead of another', async () => {
    const { denoiser, atGate, open } = gated(1);
    await loaded(denoiser);
    const ids = Array.from({ length: 25 }, (_, k) => k + 2);
    for (const id of ids) line.send(generate(id, { lane: String(id) }));
    await atGate;
    open();
    await Promise.all(ids.map((id) => line.until(ends(id))));
    const counts = new Map(ids.map((id) => [id, 0]));
    const spreads = order(ids).map((id) => {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      return Math.max(...counts.values()) - Math.min(...counts.values());
    });
    expect(spreads).toHaveLength(25 * 13);
    expect(Math.max(...spreads)).toBe(1);
  });

  it('never compute at once, also in two models', async () => {
    let [running, most] = [0, 0];
    const denoiser: Denoiser = async (...input) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      return ideal(...input);
    };
    await loaded(denoiser);
    for (const id of [2, 3, 4]) line.send(generate(id, { lane: String(id) }));
    await Promise.all([2, 3, 4].map((id) => line.until(ends(id))));
    expect(most).toBe(1);
  });

  it('have their own time: the turns of others are not in it', async () => {
    let time = 0;
    let spent = 0;
    const denoiser: Denoiser = (...input) => {
      time += 20;
      spent += 15;
      return ideal(...input);
    };
    await loaded(denoiser, { spent: () => spent }, () => time);
    line.send(generate(2, { lane: 'left' }));
    line.send(generate(3, { lane: 'right' }));
    for (const id of [2, 3]) {
      expect(await line.until(ends(id))).toMatchObject({ answer: { ms: 240, networkMs: 180 } });
      const times = framesOf(line.responses, id).map(({ ms, networkMs }) => [ms, networkMs]);
      expect(times).toEqual([...Array<number[]>(12).fill([20, 15]), [0, 0]]);
    }
  });

  it('in the background wait for all others, then take turns among themselves', async () => {
    const { denoiser, atGate, open } = gated(1);
    await loaded(denoiser);
    line.send(generate(2, { lane: 'a', background: true }));
    await atGate;
    line.send(generate(3, { lane: 'b', background: true }));
    line.send(generate(4, { lane: 'c' }));
    open();
    await Promise.all([2, 3, 4].map((id) => line.until(ends(id))));
    const came = order([2, 3, 4]);
    expect(came.slice(0, 14)).toEqual([2, ...Array<number>(13).fill(4)]);
    expect(came.slice(14)).toEqual([...Array.from({ length: 24 }, (_, k) => 3 - (k % 2)), 3]);
  });

  it('are replaced within: a new ask in one lane leaves the other lanes alone', async () => {
    const { denoiser, atGate, open } = gated(3);
    await loaded(denoiser);
    line.send(generate(2, { lane: 'left' }));
    line.send(generate(3, { lane: 'right' }));
    await atGate;
    line.send(generate(4, { lane: 'left', question: { recipe: { ...recipe, seed: 1 } } }));
    line.send(generate(5, { lane: 'left', question: { recipe: { ...recipe, seed: 2 } } }));
    open();
    expect((await line.until(ends(5))).type).toBe('answer');
    expect((await line.until(ends(3))).type).toBe('answer');
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
    expect(await line.until(ends(4))).toMatchObject({ code: 'cancelled' });
    expect(framesOf(line.responses, 4)).toEqual([]);
    expect([3, 5].map((id) => framesOf(line.responses, id).length)).toEqual([13, 13]);
  });
});

describe('a cancel', () => {
  it('ends a run between two steps, and no other lane', async () => {
    const { denoiser, atGate, open, calls } = gated(4);
    await loaded(denoiser);
    line.send(generate(2));
    await atGate;
    line.send({ type: 'cancel', id: 2 });
    line.send(generate(3, { lane: 'other' }));
    open();
    expect(await line.until(ends(2))).toMatchObject({ type: 'failed', code: 'cancelled' });
    expect((await line.until(ends(3))).type).toBe('answer');
    expect(calls()).toBe(4 + recipe.numSteps);
    expect(framesOf(line.responses, 3)).toHaveLength(13);
  });

  it('of one that waits in the background is answered before the others are done', async () => {
    await loaded();
    line.send(generate(2));
    line.send(generate(3, { lane: 'behind', background: true }));
    line.send({ type: 'cancel', id: 3 });
    await Promise.all([line.until(ends(2)), line.until(ends(3))]);
    const ended = line.responses.flatMap((response) => (ends(2)(response) ? [2] : ends(3)(response) ? [3] : []));
    expect(ended).toEqual([3, 2]);
  });

  it('arrives while a denoiser never leaves its thread by itself', async () => {
    await loaded(ideal, {}, () => performance.now());
    line.send(generate(2, { question: { recipe: { ...recipe, numSteps: 1000 } } }));
    await line.until((response) => response.type === 'tell' && response.id === 2);
    line.send({ type: 'cancel', id: 2 });
    expect(await line.until(ends(2))).toMatchObject({ code: 'cancelled' });
    expect(framesOf(line.responses, 2).length).toBeLessThan(900);
  });

  it('reaches a load', async () => {
    const loader: Loader = (_request, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Failure('cancelled'))));
    line = openLine(loader);
    line.send(load());
    line.send({ type: 'cancel', id: 1 });
    expect(await line.until(ends(1))).toMatchObject({ code: 'cancelled' });
  });

  it('of something unknown is nothing', async () => {
    await loaded();
    line.send({ type: 'cancel', id: 99 });
    line.send(generate(2));
    expect((await line.until(ends(2))).type).toBe('answer');
  });
});

describe('a load', () => {
  it('lets runs go on while it downloads', async () => {
    const arrived = deferred();
    let loads = 0;
    const loader: Loader = async () => {
      if (++loads > 1) await arrived.promise;
      return () => Promise.resolve(modelOf());
    };
    line = openLine(loader);
    line.send(load());
    await line.until(ends(1));
    const other = { ...modelOf().manifest, id: 'other' };
    line.send(load(2, { question: { source: { manifest: other, url: '' } } }));
    line.send(generate(3));
    expect((await line.until(ends(3))).type).toBe('answer');
    expect(line.responses.some(ends(2))).toBe(false);
    arrived.resolve();
    expect((await line.until(ends(2))).type).toBe('answer');
  });
});

describe('a task', () => {
  it('is added by a line in a table', async () => {
    const double = (question: { readonly value: number }) => Promise.resolve(2 * question.value);
    line = openLine(loaderOf(), { tasks: { ...tasks, double: () => double } });
    line.send({ ...load(1, { model: null }), task: 'double', question: { value: 21 } });
    expect(await line.until(ends(1))).toEqual({ type: 'answer', id: 1, answer: 42 });
  });

  it('that nobody knows is refused', async () => {
    line = openLine(loaderOf());
    line.send({ ...load(), task: 'dream' });
    expect(await line.until(ends(1))).toMatchObject({ code: 'unexpected', detail: { reason: 'no task dream' } });
  });
});

describe('what goes wrong', () => {
  it('crosses with its code and detail intact', async () => {
    line = openLine(() => Promise.reject(new Failure('hash-mismatch', { url: 'u', expected: 'a', actual: 'b' })));
    line.send(load());
    expect(await line.until(ends(1))).toEqual({
      type: 'failed',
      id: 1,
      code: 'hash-mismatch',
      detail: { url: 'u', expected: 'a', actual: 'b' },
    });
  });

  it('crosses as unexpected when nobody foresaw it, and leaves the other lanes alone', async () => {
    let calls = 0;
    await loaded((...input) => (++calls === 3 ? Promise.reject(new TypeError('no function')) : ideal(...input)));
    line.send(generate(2, { lane: 'left' }));
    line.send(generate(3, { lane: 'right' }));
    expect(await line.until(ends(2))).toMatchObject({
      code: 'unexpected',
      detail: { reason: 'TypeError: no function' },
    });
    expect((await line.until(ends(3))).type).toBe('answer');
  });

  it('tells that the GPU is lost, asked or not', async () => {
    const { promise: lost, resolve: lose } = deferred<string>();
    await loaded(ideal, { lost });
    lose('unknown: gone');
    expect(await line.until(({ type }) => type === 'lost')).toEqual({ type: 'lost', reason: 'unknown: gone' });
  });

  it.each([null, 'nobody@0'])('a run on a model that is not there: %s', async (model) => {
    line = openLine(loaderOf());
    line.send(generate(2, { model }));
    expect(await line.until(ends(2))).toMatchObject({ code: 'model-absent' });
  });
});
