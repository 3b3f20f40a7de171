import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyOf } from '../../../src/contract/tasks/load.ts';
import { Models, type Room } from '../../../src/worker/thread/models.ts';
import { heartbeatMs, load as loadTask } from '../../../src/worker/thread/tasks/load.ts';
import { deferred, ends, ideal, load, modelOf, openLine, source } from '../line.ts';

const orderOf = (id: string, bytes = 1) => ({
  source: { ...source, manifest: { ...source.manifest, id, bytes } },
  backend: 'wasm' as const,
  threads: 1,
});
const keyFor = (id: string) => keyOf(orderOf(id).source);
const aside = <T>(work: Promise<T>) => work;
const options = { aside, signal: new AbortController().signal, onProgress: () => undefined };

/** Models, and what happened to them in order. */
function models(room?: Room) {
  const log: string[] = [];
  const held = new Models(
    ({ source: { manifest } }) => {
      log.push(`fetch ${manifest.id}`);
      return Promise.resolve(() => {
        log.push(`start ${manifest.id}`);
        const dispose = () => Promise.resolve(void log.push(`dispose ${manifest.id}`));
        return Promise.resolve(modelOf(ideal, { dispose }));
      });
    },
    undefined,
    room,
  );
  return { held, log, load: (id: string, bytes?: number) => held.load(orderOf(id, bytes), options) };
}

describe('the models of a worker', () => {
  it('are ready at once when they are there', async () => {
    const { load, log } = models();
    expect(await load('a')).toEqual({ device: null, integrity: 'sha256', evaluationMs: 1 });
    await load('a');
    expect(log).toEqual(['fetch a', 'start a']);
  });

  it('leave when there is no room, the one that was used longest ago first, before the next is made', async () => {
    const { held, load, log } = models({ count: 2, bytes: 100 });
    await load('a');
    await load('b');
    held.release(held.take(keyFor('a')));
    await load('c');
    expect(log.slice(-3)).toEqual(['fetch c', 'dispose b', 'start c']);
    expect(() => held.take(keyFor('b'))).toThrow('model-absent');
    expect(() => held.take(keyFor('a'))).not.toThrow();
  });

  it('leave also when their bytes are too many', async () => {
    const { load, log } = models({ count: 9, bytes: 100 });
    await load('a', 40);
    await load('b', 40);
    await load('c', 90);
    expect(log.slice(-3)).toEqual(['dispose a', 'dispose b', 'start c']);
  });

  it('stay while they are used', async () => {
    const { held, load, log } = models({ count: 1, bytes: 100 });
    await load('a');
    const a = held.take(keyFor('a'));
    await load('b');
    expect(log).not.toContain('dispose a');
    held.release(a);
    await load('c');
    expect(log).toEqual(expect.arrayContaining(['dispose a', 'dispose b']));
  });

  it('are made once when two lanes ask for one at the same time', async () => {
    let started = 0;
    const line = openLine(() => {
      return Promise.resolve(async () => {
        started += 1;
        await new Promise((resolve) => setTimeout(resolve));
        return modelOf();
      });
    });
    for (const id of [1, 2]) line.send(load(id, { lane: String(id) }));
    expect((await line.until(ends(1))).type).toBe('answer');
    expect((await line.until(ends(2))).type).toBe('answer');
    expect(started).toBe(1);
    line.close();
  });
});

describe('while a model is fetched', () => {
  afterEach(() => vi.useRealTimers());

  it('the page hears every few seconds that the worker is there', async () => {
    vi.useFakeTimers();
    const arrived = deferred();
    const held = new Models(async () => {
      await arrived.promise;
      return () => Promise.resolve(modelOf());
    });
    const tell = vi.fn();
    const context = {
      models: held,
      tell,
      aside,
      signal: options.signal,
      clock: () => 0,
      turn: () => Promise.resolve(),
    };
    const loading = loadTask(orderOf('a'), { ...context, model: modelOf() });
    await vi.advanceTimersByTimeAsync(3.5 * heartbeatMs);
    expect(tell).toHaveBeenCalledTimes(3);
    arrived.resolve();
    await loading;
    await vi.advanceTimersByTimeAsync(3 * heartbeatMs);
    expect(tell).toHaveBeenCalledTimes(3);
  });
});
