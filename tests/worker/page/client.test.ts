import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure, type FailureCode } from '../../../src/contract/failure.ts';
import type { Surroundings } from '../../../src/worker/page/backend.ts';
import { createClient, type Client, type GenerateOptions, type LoadOptions } from '../../../src/worker/page/client.ts';
import type { Memory } from '../../../src/worker/page/memory.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { BackendReport, Fallback, LoadProgress, Request, TimedFrame } from '../../../src/contract/tasks.ts';
import type { Log } from '../../../src/worker/page/debug.ts';
import { keyOf } from '../../../src/contract/tasks/load.ts';
import { FakeWorker, recipe, source } from '../line.ts';

const gpu = { requestAdapter: () => Promise.resolve({ info: {} }) };
const surroundings: Surroundings = { gpu, userAgent: '', platform: '', touchPoints: 0, cores: 8, isolated: false };
const loaded = { device: null, integrity: 'sha256', evaluationMs: 1 } as const;
const frame = (index: number) => ({ index }) as unknown as TimedFrame;
const summary = { nfe: 1, ms: 1, networkMs: 1 };
const answer = { bitsPerDimension: 2, standardError: 0.1, nfe: 1, ms: 1 };
const question = { picture: tensor([1, 1, 4, 4]), condition: [], numSteps: 2, numProbes: 2, seed: 0 };
const progressAt = (index: number) => ({ index, numSteps: 2, sigma: 1, nfe: 0, result: null });

type Answer = (request: Request, worker: FakeWorker) => void;
const taskOf = (request: Request) => (request.type === 'ask' ? request.task : 'cancel');

/** What a healthy worker says: a load succeeds, a run has three frames. */
const healthy: Answer = (request, worker) => {
  const { id } = request;
  if (taskOf(request) === 'load') worker.say({ type: 'answer', id, answer: loaded });
  if (taskOf(request) === 'likelihood') {
    for (const index of [0, 1]) worker.say({ type: 'tell', id, told: progressAt(index) });
    worker.say({ type: 'answer', id, answer });
  }
  if (taskOf(request) !== 'generate') return;
  for (const indices of [[0], [1, 2]]) worker.say({ type: 'tell', id, told: indices.map(frame) });
  worker.say({ type: 'answer', id, answer: summary });
};
const failing =
  (task: string, code: FailureCode, detail = {}): Answer =>
  (request, worker) =>
    taskOf(request) === task ? worker.say({ type: 'failed', id: request.id, code, detail }) : healthy(request, worker);
const silent =
  (task: string): Answer =>
  (request, worker) =>
    taskOf(request) === task ? undefined : healthy(request, worker);
const crashing =
  (task: string): Answer =>
  (request, worker) =>
    taskOf(request) === task ? worker.crash() : healthy(request, worker);

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

/** What each worker was asked: the backend of a load, the name of another task, a cancel. */
const backends = () =>
  workers.map(({ requests }) =>
    requests.map((request) => {
      const { backend } = request.type === 'ask' ? (request.question as { backend?: string }) : {};
      return backend ?? taskOf(request);
    }),
  );
const lanesOf = (worker = workers[0]) =>
  worker?.requests.flatMap((request) => (request.type === 'ask' && request.task !== 'load' ? [request.lane] : []));
const load = (options: LoadOptions = {}) => client.load(source, { backend: 'auto', ...options });
const wasm = { backend: 'wasm' } as const;
async function run(options: Partial<GenerateOptions> = {}): Promise<number[]> {
  const indices: number[] = [];
  await client.generate(source, { recipe }, { onFrame: ({ index }) => indices.push(index), ...options });
  return indices;
}
const cancelled = (promise: Promise<unknown>) => expect(promise).rejects.toMatchObject({ code: 'cancelled' });

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
    expect(backends()).toEqual([['webgpu', 'generate', 'generate']]);
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
      if (taskOf(request) === 'load') worker.say({ type: 'tell', id: request.id, told: progress });
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

  it('loads the model that a run names where nobody did', async () => {
    start(healthy);
    expect(await run()).toEqual([0, 1, 2]);
    expect(backends()).toEqual([['webgpu', 'generate']]);
  });

  it('holds several models, each loaded once', async () => {
    start(healthy);
    const other = { ...source, manifest: { ...source.manifest, id: 'other' } };
    await Promise.all([load({ lane: 'a' }), client.load(other, { lane: 'b' })]);
    await Promise.all([
      run({ lane: 'a' }),
      client.generate(other, { recipe }, { lane: 'b', onFrame: () => undefined }),
      run({ lane: 'c' }),
    ]);
    const asked = workers[0]?.requests.map((request) => (request.type === 'ask' ? request.model : null));
    expect(asked).toEqual([null, null, keyOf(source), keyOf(other), keyOf(source)]);
  });

  it('loads a model again that the worker let go of, and tells who followed its load', async () => {
    const progress: LoadProgress = { phase: 'weights', loaded: 1, total: 2, cached: true };
    let runs = 0;
    start((request, worker) => {
      const { id } = request;
      if (taskOf(request) === 'load') worker.say({ type: 'tell', id, told: progress });
      const first = taskOf(request) === 'generate' && runs++ === 0;
      if (first) worker.say({ type: 'failed', id, code: 'model-absent', detail: {} });
      else healthy(request, worker);
    });
    const onProgress = vi.fn();
    await load({ onProgress });
    expect(await run()).toEqual([0, 1, 2]);
    expect(backends()).toEqual([['webgpu', 'generate', 'webgpu', 'generate']]);
    expect(onProgress).toHaveBeenCalledTimes(2);
  });

  it('asks any task, without knowing it', async () => {
    start((request, worker) => {
      const { id } = request;
      if (taskOf(request) !== 'double') return healthy(request, worker);
      worker.say({ type: 'tell', id, told: 'half way' });
      if (request.type === 'ask') worker.say({ type: 'answer', id, answer: 2 * (request.question as number) });
    });
    const told: unknown[] = [];
    const options = { lane: 'sums', onTell: (word: unknown) => told.push(word) };
    // No such task in this project: the client must not care.
    expect(await client.ask('double' as never, source, 21 as never, options as never)).toBe(42);
    expect(told).toEqual(['half way']);
  });

  it('tells a log of every message', async () => {
    const log = vi.fn<Log>();
    start(healthy);
    client = createClient({ spawn: () => new FakeWorker(healthy), surroundings, log });
    await run();
    const said = log.mock.calls.map(([direction, message]) => `${direction} ${(message as Request).type}`);
    expect(said).toEqual(['asked ask', 'told answer', 'asked ask', 'told tell', 'told tell', 'told answer']);
  });

  it('tells of failures with their codes, and goes on working', async () => {
    const detail = { field: 'condition', value: 'x', accepted: 'y' };
    start(failing('generate', 'recipe-invalid', detail));
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
    start(silent('generate'));
    await load();
    const controller = new AbortController();
    const running = run({ signal: controller.signal });
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await expect(running).rejects.toBeInstanceOf(Failure);
    const ids = workers[0]?.requests.map((request) => [taskOf(request), request.id]);
    expect(ids).toEqual([
      ['load', 1],
      ['generate', 2],
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
    await expect(client.generate(source, { recipe }, { signal: controller.signal, onFrame })).rejects.toMatchObject({
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
      if (taskOf(request) !== 'generate' || ++runs > 1) healthy(request, worker);
    });
    await load();
    const first = expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    await vi.advanceTimersByTimeAsync(10);
    expect(await run()).toEqual([0, 1, 2]);
    await first;
  });

  it('disposal ends everything', async () => {
    start(silent('generate'));
    await load();
    const running = expect(run()).rejects.toMatchObject({ code: 'cancelled' });
    await vi.advanceTimersByTimeAsync(10);
    client.dispose();
    await running;
    expect(workers[0]?.terminated).toBe(true);
  });
});

describe('a lane', () => {
  it('of its own: a run there leaves the others alone', async () => {
    start(silent('generate'));
    await load();
    const left = run({ lane: 'left' });
    const right = run({ lane: 'right' });
    await vi.advanceTimersByTimeAsync(10);
    const controller = new AbortController();
    const replaced = cancelled(left);
    const next = run({ lane: 'left', signal: controller.signal });
    await vi.advanceTimersByTimeAsync(10);
    await replaced;
    expect(lanesOf()).toEqual(['left', 'right', 'left']);
    expect(backends()[0]?.filter((what) => what === 'cancel')).toHaveLength(1);
    const stopped = cancelled(next);
    controller.abort();
    await stopped;
    const [worker] = workers;
    const id = worker?.requests.find((request) => request.type === 'ask' && request.lane === 'right')?.id ?? NaN;
    worker?.say({ type: 'answer', id, answer: summary });
    expect(await right).toEqual([]);
  });

  it('of loads: another model takes the place of the one under way, in that lane only', async () => {
    start(silent('load'));
    const other = { ...source, manifest: { ...source.manifest, id: 'other' } };
    const first = cancelled(load());
    const elsewhere = load({ lane: 'elsewhere' });
    await vi.advanceTimersByTimeAsync(10);
    const second = client.load(other, {});
    second.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(10);
    await first;
    // The load goes on: somebody else waits for it.
    expect(backends()).toEqual([['webgpu', 'webgpu']]);
    const id = workers[0]?.requests[0]?.id ?? NaN;
    workers[0]?.say({ type: 'answer', id, answer: loaded });
    expect(await elsewhere).toMatchObject({ backend: 'webgpu' });
  });

  it('of loads: what nobody waits for any more is cancelled in the worker', async () => {
    start(silent('load'));
    const other = { ...source, manifest: { ...source.manifest, id: 'other' } };
    const first = cancelled(load());
    await vi.advanceTimersByTimeAsync(10);
    client.load(other, {}).catch(() => undefined);
    await first;
    await vi.advanceTimersByTimeAsync(10);
    expect(backends()).toEqual([expect.arrayContaining(['webgpu', 'cancel', 'webgpu'])]);
  });

  it('may be one of many: a word in any of them is a sign of life for all', async () => {
    start(silent('generate'));
    await load(wasm);
    const runs = Array.from({ length: 25 }, (_, k) => run({ lane: String(k) }));
    for (const running of runs) running.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(10);
    const ids = workers[0]?.requests.slice(1).map(({ id }) => id) ?? [];
    expect(ids).toHaveLength(25);
    // A step of each takes two seconds: every lane is silent for 50, and none is given up.
    for (let turn = 0; turn < 50; turn++) {
      await vi.advanceTimersByTimeAsync(2_000);
      workers[0]?.say({ type: 'tell', id: ids[turn % 25] ?? NaN, told: [frame(Math.floor(turn / 25))] });
    }
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(workers).toHaveLength(2);
  });
});

describe('a likelihood', () => {
  it('tells of its steps and gives its answer, behind all runs', async () => {
    start(healthy);
    await load();
    const seen: number[] = [];
    const onProgress = ({ index }: { index: number }) => seen.push(index);
    expect(await client.likelihood(source, question, { onProgress })).toEqual(answer);
    expect(seen).toEqual([0, 1]);
    expect(workers[0]?.requests.at(-1)).toMatchObject({ task: 'likelihood', background: true, question });
  });

  it('goes on beside a run and a load, and gives way to an abort and to another one', async () => {
    start(silent('likelihood'));
    await load();
    const controller = new AbortController();
    const first = cancelled(client.likelihood(source, question, { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    await run();
    await load();
    const cancels = () => backends()[0]?.filter((what) => what === 'cancel').length;
    expect(cancels()).toBe(0);
    controller.abort();
    await first;
    const second = cancelled(client.likelihood(source, question));
    await vi.advanceTimersByTimeAsync(10);
    client.likelihood(source, question).catch(() => undefined);
    await second;
    expect(cancels()).toBe(2);
    expect(workers).toHaveLength(1);
  });

  it('waits for a run in the worker, however long, without taking it for silence', async () => {
    let end = () => {};
    start((request, worker) => {
      const { id } = request;
      if (taskOf(request) === 'load') return healthy(request, worker);
      if (taskOf(request) === 'likelihood') return;
      const likelihoodId = id + 1;
      end = () => {
        worker.say({ type: 'answer', id, answer: summary });
        worker.say({ type: 'answer', id: likelihoodId, answer });
      };
      for (let s = 0; s < 20; s++) setTimeout(() => worker.say({ type: 'tell', id, told: [] }), s * 1000);
    });
    await load(wasm);
    const running = run();
    const estimating = client.likelihood(source, question);
    await vi.advanceTimersByTimeAsync(20_000);
    end();
    await running;
    expect(await estimating).toEqual(answer);
    expect(workers).toHaveLength(1);
  });

  it('in a worker that falls silent is asked again in another', async () => {
    start(silent('likelihood'), healthy);
    await load(wasm);
    const estimating = client.likelihood(source, question);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await estimating).toEqual(answer);
    expect(workers).toHaveLength(2);
  });
});

describe('a worker that is lost', () => {
  it.each([
    ['crashes', crashing('generate')],
    ['falls silent', silent('generate')],
  ])('in a run (it %s) is replaced once, and the run starts over', async (_how, answer) => {
    start(answer, healthy);
    await load(wasm);
    const running = run();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await running).toEqual([0, 1, 2]);
    expect(backends()).toEqual([
      ['wasm', 'generate'],
      ['wasm', 'generate'],
    ]);
    expect(workers[0]?.terminated).toBe(true);
    expect(reports).toHaveLength(2);
  });

  it('with three lanes under way is replaced once, and all of them start over', async () => {
    start(silent('generate'), healthy);
    await load();
    const indices: number[] = [];
    const runs = ['a', 'b', 'c'].map((lane) => run({ lane, onFrame: ({ index }) => indices.push(index) }));
    await vi.advanceTimersByTimeAsync(10);
    workers[0]?.say({ type: 'tell', id: 2, told: [frame(0), frame(1)] });
    workers[0]?.crash();
    await Promise.all(runs);
    expect(indices).toEqual([0, 1, ...[0, 1, 2], ...[0, 1, 2], ...[0, 1, 2]]);
    // One loss of WebGPU, and not three: it is tried again, and the model is loaded once for all.
    expect(backends()).toEqual([
      ['webgpu', 'generate', 'generate', 'generate'],
      ['webgpu', 'generate', 'generate', 'generate'],
    ]);
  });

  it('is not missed by a lane that was cancelled before', async () => {
    start(silent('generate'), healthy);
    await load(wasm);
    const controller = new AbortController();
    const gone = cancelled(run({ lane: 'a', signal: controller.signal }));
    const stays = run({ lane: 'b' });
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await gone;
    workers[0]?.crash();
    expect(await stays).toEqual([0, 1, 2]);
    expect(lanesOf(workers[1])).toEqual(['b']);
  });

  it('amid a download is noticed in bounded time: it no longer says that it is there', async () => {
    const downloading: Answer = (request, worker) =>
      worker.say({
        type: 'tell',
        id: request.id,
        told: { phase: 'weights', loaded: 1, total: 9, cached: false },
      });
    start(downloading, healthy);
    const loading = load(wasm);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await loading).toMatchObject({ backend: 'wasm' });
    expect(workers).toHaveLength(2);
  });

  it('while idle is noticed by the next load in bounded time, since it had spoken before', async () => {
    let loads = 0;
    start((request, worker) => (loads++ === 0 ? healthy(request, worker) : undefined), healthy);
    await load(wasm);
    const other = { ...source, manifest: { ...source.manifest, id: 'other' } };
    const loading = client.load(other, {});
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await loading).toMatchObject({ backend: 'wasm' });
    expect(workers).toHaveLength(2);
  });

  it('twice ends the run, and the next run tries again', async () => {
    start(crashing('generate'), crashing('generate'), healthy);
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
    expect(backends()).toEqual([['wasm'], ['wasm', 'generate']]);
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
      if (taskOf(request) === 'load')
        worker.say({ type: 'answer', id: request.id, answer: { ...loaded, evaluationMs: 200 } });
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
      taskOf(request) === 'generate' ? worker.say({ type: 'lost', reason: 'unknown: gone' }) : healthy(request, worker);
    start(lost, failing('generate', 'backend-failed', { reason: 'opaque' }), healthy);
    await load();
    expect(await run()).toEqual([0, 1, 2]);
    expect(backends()).toEqual([
      ['webgpu', 'generate'],
      ['webgpu', 'generate'],
      ['wasm', 'generate'],
    ]);
    expect(reports.at(-1)).toMatchObject({ backend: 'wasm', fallback: { reason: 'device-lost', detail: 'opaque' } });
  });

  it('WASM that fails the same way is told', async () => {
    start(failing('load', 'self-check-failed', { backend: 'wasm' }));
    await expect(load(wasm)).rejects.toMatchObject({ code: 'self-check-failed' });
    expect(workers).toHaveLength(1);
  });
});
