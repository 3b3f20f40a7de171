import type { Denoiser } from '../../engine/diffusion/denoiser.ts';
import type { Frame } from '../../engine/diffusion/frame.ts';
import { asFailure, Failure } from '../../contract/failure.ts';
import type { Manifest } from '../../contract/manifest.ts';
import type { Loaded, LoadProgress, Request, Response, TimedFrame } from '../../contract/tasks.ts';
import { sample } from './sample.ts';

type LoadRequest = Extract<Request, { type: 'load' }>;
type RunRequest = Extract<Request, { type: 'run' }>;
type LikelihoodRequest = Extract<Request, { type: 'likelihood' }>;
type Work = LoadRequest | RunRequest | LikelihoodRequest;

/** A model that is ready to run. */
export interface Model extends Loaded {
  readonly manifest: Manifest;
  readonly denoiser: Denoiser;
  /** Milliseconds spent inside the network since it was made; the host reads differences. */
  readonly spent: () => number;
  /** Settles, with the reason, when the GPU is lost; never on WASM. */
  readonly lost: Promise<string>;
  /** Gives the memory back. */
  readonly dispose: () => Promise<void>;
}

/** Makes a model of what the page asks for. Throws Failures; `cancelled` once the signal is aborted. */
export type Loader = (
  request: LoadRequest,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: LoadProgress) => void },
) => Promise<Model>;

/** The worker's side of the line: a worker's global scope, or one end of a MessageChannel. */
export interface Port {
  postMessage(message: Response, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

/**
 * Steps that are faster than this share a message and a look for a cancel, in ms: what a display takes for a picture.
 * Each costs a tenth of a millisecond or more, on both threads.
 */
const batchMs = 16;

/** What a new request takes the place of. A likelihood never stops a run: it waits for it. */
const supersedes: Record<Work['type'], readonly Work['type'][]> = {
  load: ['load', 'run', 'likelihood'],
  run: ['run', 'likelihood'],
  likelihood: ['likelihood'],
};

/**
 * Answers requests one after the other. Holds one model, however many runs. What is superseded is cancelled: a run
 * between two steps, a likelihood between two evaluations.
 * @param now milliseconds, from any origin
 * @param breathe lets waiting messages in; called between steps
 */
export function serve(port: Port, load: Loader, now: () => number, breathe = createBreath()): void {
  const jobs = new Map<number, { readonly type: Work['type']; readonly controller: AbortController }>();
  let model: Model | null = null;
  let tail = Promise.resolve();

  port.addEventListener('message', ({ data: request }) => {
    if (request.type === 'cancel') return jobs.get(request.id)?.controller.abort();
    for (const job of jobs.values()) if (supersedes[request.type].includes(job.type)) job.controller.abort();
    const controller = new AbortController();
    jobs.set(request.id, { type: request.type, controller });
    tail = tail.then(() => work(request, controller.signal));
  });

  async function work(request: Work, signal: AbortSignal): Promise<void> {
    try {
      throwIfCancelled(signal);
      if (request.type === 'load') await take(request, signal);
      else if (request.type === 'run') await draw(request, signal);
      else await weigh(request, signal);
    } catch (error) {
      const { code, detail } = asFailure(error);
      port.postMessage({ type: 'failed', id: request.id, code, detail });
    } finally {
      jobs.delete(request.id);
    }
  }

  async function take(request: LoadRequest, signal: AbortSignal): Promise<void> {
    const { id } = request;
    await model?.dispose();
    model = null;
    const onProgress = (progress: LoadProgress) => port.postMessage({ type: 'progress', id, progress });
    model = await load(request, { signal, onProgress });
    void model.lost.then((reason) => port.postMessage({ type: 'lost', reason }));
    const { device, integrity, evaluationMs } = model;
    port.postMessage({ type: 'loaded', id, loaded: { device, integrity, evaluationMs } });
  }

  async function draw({ id, recipe, start }: RunRequest, signal: AbortSignal): Promise<void> {
    if (model === null) throw new Failure('unexpected', { reason: 'a run was asked for before a model' });
    const { spent } = model;
    const started = { at: now(), spent: spent() };
    let last = started;
    let handedAt = -Infinity;
    let nfe = 0;
    let frames: TimedFrame[] = [];
    const hand = () => {
      if (frames.length > 0) port.postMessage({ type: 'frames', id, frames }, frames.flatMap(buffersOf));
      frames = [];
    };
    try {
      for await (const frame of sample(recipe, model.manifest, model.denoiser, signal, start)) {
        const ready = { at: now(), spent: spent() };
        frames.push({ ...frame, ms: ready.at - last.at, networkMs: ready.spent - last.spent });
        last = ready;
        nfe = frame.nfe;
        if (ready.at - handedAt >= batchMs) {
          handedAt = ready.at;
          hand();
          await breathe();
        }
        throwIfCancelled(signal);
      }
    } finally {
      if (!signal.aborted) hand();
    }
    const summary = { nfe, ms: last.at - started.at, networkMs: last.spent - started.spent };
    port.postMessage({ type: 'done', id, summary });
  }

  async function weigh({ id, ...question }: LikelihoodRequest, signal: AbortSignal): Promise<void> {
    if (model === null) throw new Failure('unexpected', { reason: 'a likelihood was asked for before a model' });
    // Few visitors ask; the others do not load it.
    const { judge } = await import('./judge.ts');
    throwIfCancelled(signal);
    const started = now();
    let breathed = started;
    const pause = async () => {
      if (now() - breathed >= batchMs) {
        await breathe();
        breathed = now();
      }
      throwIfCancelled(signal);
    };
    for await (const progress of judge(question, model.manifest, model.denoiser, pause)) {
      const { result, nfe } = progress;
      if (result === null) port.postMessage({ type: 'judging', id, progress });
      else port.postMessage({ type: 'judged', id, answer: { ...result, nfe, ms: now() - started } });
    }
  }
}

/** Frames own their arrays, so they can be given away. */
function buffersOf({ x, x0, parts }: Frame): ArrayBuffer[] {
  const tensors = parts ? [x, x0, parts.unconditional, parts.conditional] : [x, x0];
  return tensors.map(({ data }) => data.buffer as ArrayBuffer);
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}

/** By a message to itself: the WASM backend never leaves its thread by its own doing, and timers wait 4 ms. */
function createBreath(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resume: (() => void) | undefined;
  port1.onmessage = () => resume?.();
  return () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    });
}
