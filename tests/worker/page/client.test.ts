import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure, type FailureCode } from '../../../src/contract/failure.ts';
import type { Surroundings } from '../../../src/worker/page/backend.ts';
import { createClient, type Client } from '../../../src/worker/page/client.ts';
import type { Memory } from '../../../src/worker/page/memory.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { BackendReport, Fallback, LoadProgress, Request, TimedFrame } from '../../../src/contract/tasks.ts';
import { FakeWorker, recipe, source } from '../line.ts';

const gpu = { requestAdapter: () => Promise.resolve({ info: {} }) };
const surroundings: Surroundings = { gpu, userAgent: '', platform: '', touchPoints: 0, cores: 8, isolated: false };
const loaded = { device: null, integrity: 'sha256', evaluationMs: 1 } as const;
const frame = (index: number) => ({ index }) as unknown as TimedFrame;
const summary = { nfe: 1, ms: 1, networkMs: 1 };
const answer = { bitsPerDimension: 2, standardError: 0.1, nfe: 1, ms: 1 };
const question = { picture: tensor([1, 1, 4, 4]), condition: [], numSteps: 2, numProbes: 2, seed: 0 };
const judgingAt = (index: number) => ({ index, numSteps: 2, sigma: 1, nfe: 0, result: null });

type Answer = (request: Request, worker: FakeWorker) => void;

/** What a healthy worker says: a load succeeds, a run has three frames. */
const healthy: Answer = (request, worker) => {
  const { id } = request;
  if (request.type === 'load') worker.say({ type: 'loaded', id, loaded });
  if (request.type === 'likelihood') {
    for (const index of [0, 1]) worker.say({ type: 'judging', id, progress: judgingAt(index) });
    worker.say({ type: 'judged', id, answer });
  }
  if (request.type !== 'run') return;
  for (const indices of [[0], [1, 2]]) worker.say({ type: 'frames', id, frames: indices.map(frame) });
  worker.say({ type: 'done', id, summary });
};
const failing =
  (type: 'load' | 'run', code: FailureCode, detail = {}): Answer =>
  (request, worker) =>
    request.type === type ? worker.say({ type: 'failed', id: request.id, code, detail }) : healthy(request, worker);
const silent =
  (type: Request['type']): Answer =>
  (request, worker) =>
    request.type === type ? undefined : healthy(request, worker);
const crashing =
  (type: Request['type']): Answer =>
  (request, worker) =>
    request.type === type ? worker.crash() : healthy(request, worker);

let workers: FakeWorker[];
let reports: BackendReport[];
let failed: Fallback | null;
let client: Client;

/** A client whose nth worker answers like the nth of these; the last one stands for all further ones. */
function start(...answers: Answer[]): Client {
  const memory: Memory = {
    failed: () => failed,
    noteFailed: (fallback) => (failed = fallback),
    adapterMissing: () => false,
    noteAdapter: () => undefined,
  };
  const spawn = () => {
    const worker = new FakeWorker(answers[Math.min(workers.length, answers.length - 1)] ?? healthy);
    workers.push(worker);
    return worker;
  };
  client = createClient({ spawn, surroundings, memory, onBackend: (report) => reports.push(report) });
  return client;
}

const backends = () =>
  workers.map(({ requests }) => requests.map((request) => (request.type === 'load' ? request.backend : request.type)));
const load = (options = {}) => client.load(source, { backend: 'auto', ...options });
const wasm = { backend: 'wasm' } as const;
async function run(options = {}): Promise<number[]> {
  const indices: number[] = [];
  await client.run(recipe, { onFrame: ({ index }) => indices.push(index), ...options });
  return indices;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  reports = [];
  failed = null;
});
afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe('a client', () => {
  it('loads, reports the backend, runs', async () => {
    start(healthy);
    const report = { backend: 'webgpu', threads: 1, device: null, integrity: 'sha256', fallback: null };
    expect(await load()).toEqual(report);
    expect(reports).toEqual([report]);
    expect(await run()).toEqual([0, 1, 2]);
    expect(await run()).toEqual([0, 1, 2]);
    expect(backends()).toEqual([['webgpu', 'run', 'run']]);
  });

  it('starts the worker before it knows the backend', () => {
    start(healthy);
    void load().catch(() => undefined);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.requests).toEqual([]);
  });

  it('passes progress on', async () => {
    const progress: LoadProgress = { phase: 'weights', loaded: 1, total: 2, cached: false };
    start((request, worker) => {
      worker.say({ type: 'progress', id: request.id, progress });
      healthy(request, worker);
    });
    const seen: LoadProgress[] = [];
    await load({ onProgress: (step: LoadProgress) => seen.push(step) });
    expect(seen).toEqual([progress]);
  });

  it('keeps the worker for another model, and replaces it for another backend', async () => {
    start(healthy);
    await load();
    await load();
    await load(wasm);
    expect(backends()).toEqual([['webgpu', 'webgpu'], ['wasm']]);
    expect(workers[0]?.terminated).toBe(true);
  });

  it('lets a run wait for the load under way', async () => {
    start(healthy);
    const loading = load();
    expect(await run()).toEqual([0, 1, 2]);
    await loading;
  });

  it('refuses a run without a model', async () => {
    start(healthy);
    await expect(run()).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('tells of failures with their codes, and goes on working', async () => {
    const detail = { field: 'condition', value: 'x', accepted: 'y' };
    start(failing('run', 'recipe-invalid', detail));
    await load();
    await expect(run()).rejects.toMatchObject({ code: 'recipe-invalid', detail });
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(false);
  });

  it('can load again after a failed download, in the same worker', async () => {
    let tries = 0;
    start((request, worker) => (tries++ === 0 ? failing('load', 'download-failed') : healthy)(request, worker));
    await expect(load()).rejects.toMatchObject({ code: 'download-failed' });
    await load();
    expect(await run()).toEqual([0, 1, 2]);
    expect(workers).toHaveLength(1);
  });
});

describe('an abort', () => {
  it('before the start asks for nothing', async () => {
    start(healthy);
    await load();
    await expect(run({ signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(backends()).toEqual([['webgpu']]);
  });

  it('ends a run at once and tells the worker', async () => {
    start(silent('run'));
    await load();
    const controller = new AbortController();
    const running = run({ signal: controller.signal });
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await expect(running).rejects.toBeInstanceOf(Failure);
    const ids = workers[0]?.requests.map(({ type, id }) => [type, id]);
    expect(ids).toEqual([
      ['load', 1],
      ['run', 2],
      ['cancel', 2],
    ]);
  });

  it('from within a frame is followed by no other frame', async () => {
    start(healthy);
    await load();
    const controller = new AbortController();
    const indices: number[] = [];
    const onFrame = ({ index }: TimedFrame) => {
      indices.push(index);
      if (index === 1) controller.abort();
    };
    await expect(client.run(recipe, { signal: controller.signal, onFrame })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(indices).toEqual([0, 1]);
  });

  it('ends a load, also while the browser still looks for an adapter', async () => {
    start(silent('load'));
    for (const pause of [0, 10]) {
      const controller = new AbortController();
      const loading = load({ signal: controller.signal });
      const refused = expect(loading).rejects.toMatchObject({ code: 'cancelled' });
      if (pause > 0) await vi.advanceTimersByTimeAsync(pause);
      controller.abort();
      await refused;
    }
  });

  it('a new run takes the place of the one under way', async () => {
    let runs = 0;
    start((request, worker) => {
      if (request.type !== 'run' || ++runs > 1) healthy(request, worker);
    });
    await load();
    const first = expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    await vi.advanceTimersByTimeAsync(10);
    expect(await run()).toEqual([0, 1, 2]);
    await first;
  });

  it('disposal ends everything', async () => {
    start(silent('run'));
    await load();
    const running = expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    await vi.advanceTimersByTimeAsync(10);
    client.dispose();
    await running;
    expect(workers[0]?.terminated).toBe(true);
  });
});

describe('a likelihood', () => {
  it('tells of its steps and gives its answer', async () => {
    start(healthy);
    await load();
    const seen: number[] = [];
    expect(await client.likelihood(question, { onProgress: ({ index }) => seen.push(index) })).toEqual(answer);
    expect(seen).toEqual([0, 1]);
    expect(workers[0]?.requests.at(-1)).toMatchObject({ type: 'likelihood', ...question });
  });

  it('gives way to a run, to a load and to an abort, each at once', async () => {
    start(silent('likelihood'));
    await load();
    const controller = new AbortController();
    const interruptions = [() => run(), () => load(), () => Promise.resolve(controller.abort())];
    for (const interrupt of interruptions) {
      const judging = expect(client.likelihood(question, { signal: controller.signal })).rejects.toMatchObject({
        code: 'cancelled',
      });
      await vi.advanceTimersByTimeAsync(10);
      const asked = workers[0]?.requests.at(-1);
      expect(asked?.type).toBe('likelihood');
      await interrupt();
      await judging;
      expect(workers[0]?.requests).toContainEqual({ type: 'cancel', id: asked?.id });
    }
    expect(workers).toHaveLength(1);
  });

  it('waits for a run, however long, without taking it for silence', async () => {
    let end = () => {};
    start((request, worker) => {
      if (request.type !== 'run') return healthy(request, worker);
      end = () => worker.say({ type: 'done', id: request.id, summary });
      for (let s = 0; s < 20; s++)
        setTimeout(() => worker.say({ type: 'frames', id: request.id, frames: [] }), s * 1000);
    });
    await load(wasm);
    const running = run();
    const judging = client.likelihood(question);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(backends()).toEqual([['wasm', 'run']]);
    end();
    await running;
    expect(await judging).toEqual(answer);
    expect(workers).toHaveLength(1);
  });

  it('in a worker that falls silent is asked again in another', async () => {
    start(silent('likelihood'), healthy);
    await load(wasm);
    const judging = client.likelihood(question);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await judging).toEqual(answer);
    expect(workers).toHaveLength(2);
  });
});

describe('a worker that is lost', () => {
  it.each([
    ['crashes', crashing('run')],
    ['falls silent', silent('run')],
  ])('in a run (it %s) is replaced once, and the run starts over', async (_how, answer) => {
    start(answer, healthy);
    await load(wasm);
    const running = run();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await running).toEqual([0, 1, 2]);
    expect(backends()).toEqual([
      ['wasm', 'run'],
      ['wasm', 'run'],
    ]);
    expect(workers[0]?.terminated).toBe(true);
    expect(reports).toHaveLength(2);
  });

  it('twice ends the run, and the next run tries again', async () => {
    start(crashing('run'), crashing('run'), healthy);
    await load(wasm);
    await expect(run()).rejects.toMatchObject({ code: 'worker-lost' });
    expect(await run()).toEqual([0, 1, 2]);
    expect(workers).toHaveLength(3);
  });

  it('between two runs is replaced at the next one', async () => {
    start(healthy);
    await load(wasm);
    workers[0]?.crash();
    expect(await run()).toEqual([0, 1, 2]);
    expect(backends()).toEqual([['wasm'], ['wasm', 'run']]);
  });

  it('while loading is replaced once', async () => {
    start(crashing('load'), healthy);
    await load(wasm);
    start(crashing('load'));
    workers = [];
    await expect(load(wasm)).rejects.toMatchObject({ code: 'worker-lost' });
    expect(workers).toHaveLength(2);
  });

  it('cannot be started at all: says so', async () => {
    const spawn = () => {
      throw new Error('SecurityError');
    };
    client = createClient({ spawn, surroundings });
    await expect(load(wasm)).rejects.toMatchObject({ code: 'worker-lost', detail: { reason: 'Error: SecurityError' } });
  });

  it('has more patience the slower the network is', async () => {
    start((request, worker) => {
      if (request.type === 'load')
        worker.say({ type: 'loaded', id: request.id, loaded: { ...loaded, evaluationMs: 200 } });
    });
    await load();
    const running = run();
    running.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(workers).toHaveLength(2);
  });
});

describe('WebGPU that fails', () => {
  it.each([
    ['at the start', 'backend-failed', { backend: 'webgpu', reason: 'no shader' }, 'create-failed', 'no shader'],
    [
      'the self-check',
      'self-check-failed',
      { backend: 'webgpu', difference: 2, tolerance: 0.1 },
      'self-check-failed',
      'difference 2, tolerance 0.1',
    ],
  ] as const)('%s: WASM takes over, says why, and the tab remembers', async (_name, code, detail, reason, told) => {
    start(failing('load', code, detail), healthy);
    const fallback = { from: 'webgpu', reason, detail: told };
    expect(await load()).toMatchObject({ backend: 'wasm', fallback });
    expect(backends()).toEqual([['webgpu'], ['wasm']]);
    expect(failed).toEqual(fallback);
    start(healthy);
    workers = [];
    expect(await load()).toMatchObject({ backend: 'wasm', fallback });
    expect(await load({ backend: 'webgpu' })).toMatchObject({ backend: 'webgpu' });
  });

  it('in a run once: tried again; twice: WASM', async () => {
    const lost: Answer = (request, worker) =>
      request.type === 'run' ? worker.say({ type: 'lost', reason: 'unknown: gone' }) : healthy(request, worker);
    start(lost, failing('run', 'backend-failed', { reason: 'opaque' }), healthy);
    await load();
    expect(await run()).toEqual([0, 1, 2]);
    expect(backends()).toEqual([
      ['webgpu', 'run'],
      ['webgpu', 'run'],
      ['wasm', 'run'],
    ]);
    expect(reports.at(-1)).toMatchObject({ backend: 'wasm', fallback: { reason: 'device-lost', detail: 'opaque' } });
  });

  it('WASM that fails the same way is told', async () => {
    start(failing('load', 'self-check-failed', { backend: 'wasm' }));
    await expect(load(wasm)).rejects.toMatchObject({ code: 'self-check-failed' });
    expect(workers).toHaveLength(1);
  });
});
