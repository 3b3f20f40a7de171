import { idealDenoiser } from '../../src/engine/diffusion/ideal.ts';
import type { Denoiser } from '../../src/engine/diffusion/denoiser.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { serve, type TaskTable } from '../../src/worker/thread/host.ts';
import { Models, type Loader, type Room } from '../../src/worker/thread/models.ts';
import { tasks } from '../../src/worker/thread/tasks/index.ts';
import type { Endpoint } from '../../src/worker/page/link.ts';
import type { Model } from '../../src/contract/model.ts';
import type { Ask, Request, Response, TimedFrame } from '../../src/contract/tasks.ts';
import { keyOf } from '../../src/contract/tasks/load.ts';

const licence = { spdx: 'CC0-1.0', attribution: 'nobody' };

const manifest: Manifest = {
  family: 'diffusion',
  id: 'two-pictures',
  version: '1.0.0',
  name: 'Two pictures',
  file: 'model.onnx',
  bytes: 1,
  sha256: '0'.repeat(64),
  multiplyAdds: 1,
  parameters: 1,
  licence: { weights: licence, data: licence },
  shape: [1, 4, 4],
  valueRange: [-1, 1],
  prediction: { type: 'x0', sigmaMin: 0.001, sigmaMax: 200, sigmaData: 0.5 },
  vocabulary: [
    { id: 'dark', words: ['dark'], kind: 'picture' },
    { id: 'light', words: ['light'], kind: 'picture' },
  ],
  defaultRecipe: { condition: '' },
  selfCheck: { seed: 1, sigma: 1, condition: '', indices: [0], values: [0], tolerance: 1 },
  card: 'README.md',
};

export const source = { manifest, url: 'https://example.org/model.onnx' };

export const recipe: Recipe = {
  model: manifest.id,
  condition: [],
  negative: [],
  seed: 42,
  numSteps: 12,
  sampler: 'euler',
  eta: 0,
  sigmas: 'karras',
  betas: 'linear',
  spacing: 'leading',
  guidanceScale: 1,
};

/** The closed-form denoiser of two pictures: a model without a network. */
export const ideal = idealDenoiser([new Float32Array(16).fill(-0.5), new Float32Array(16).fill(0.5)]);

/** A model for the host. */
export function modelOf(network: Denoiser = ideal, extra: Partial<Model<'diffusion'>> = {}): Model<'diffusion'> {
  return {
    family: 'diffusion',
    manifest,
    network,
    spent: () => 0,
    lost: new Promise(() => undefined),
    dispose: () => Promise.resolve(),
    device: null,
    integrity: 'sha256',
    evaluationMs: 1,
    ...extra,
  };
}

/** A promise and the function that settles it. */
export function deferred<T = void>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: ((value: T) => void) | undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve: (value) => resolve?.(value) };
}

/** A denoiser that stops at its nth call until it is let go. */
export function gated(n: number) {
  const gate = deferred();
  const reached = deferred();
  let calls = 0;
  const denoiser: Denoiser = async (...input) => {
    if (++calls === n) {
      reached.resolve();
      await gate.promise;
    }
    return ideal(...input);
  };
  return { denoiser, atGate: reached.promise, open: gate.resolve, calls: () => calls };
}

/** The id, and what a test wants to change of the ask. */
export type Change = Partial<Omit<Ask, 'type' | 'id' | 'question'>> & { readonly question?: object };

const asked = (id: number, task: string, question: object, change: Change = {}): Ask => ({
  ...{ type: 'ask', id, task, lane: task, background: false, model: keyOf(source), ...change },
  question: { ...question, ...change.question },
});
export const load = (id = 1, change: Change = {}): Ask =>
  asked(id, 'load', { source, backend: 'wasm', threads: 1 }, { model: null, ...change });
export const generate = (id: number, change: Change = {}): Ask => asked(id, 'generate', { recipe }, change);
export const likelihood = (id: number, question: object, change: Change = {}): Ask =>
  asked(id, 'likelihood', question, { background: true, ...change });

/** Frames that were told of, run by run. */
export const framesOf = (responses: readonly Response[], id: number): TimedFrame[] =>
  responses.flatMap((response) =>
    response.type === 'tell' && response.id === id ? (response.told as TimedFrame[]) : [],
  );

/** Whether a response ends the answer to an ask. */
export const ends = (id: number) => (response: Response) =>
  (response.type === 'answer' || response.type === 'failed') && response.id === id;

export interface Line {
  send(request: Request): void;
  readonly responses: Response[];
  /** The first response that satisfies the test, now or later. */
  until(test: (response: Response) => boolean): Promise<Response>;
  close(): void;
}

export interface LineOptions {
  readonly now?: () => number;
  readonly room?: Room;
  readonly tasks?: TaskTable;
}

/** The thread's side at the other end of a MessageChannel. */
export function openLine(loader: Loader, options: LineOptions = {}): Line {
  const { now = () => performance.now(), room, tasks: table = tasks } = options;
  const { port1, port2 } = new MessageChannel();
  const responses: Response[] = [];
  const waiting = new Set<() => void>();
  // Node empties a port's queue, what is added meanwhile included, before it looks at another one.
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  const models = new Models(loader, (reason) => port2.postMessage({ type: 'lost', reason }), room);
  serve(port2, { tasks: table, models, now, breathe });
  port2.start();
  port1.onmessage = ({ data }: MessageEvent<Response>) => {
    responses.push(data);
    for (const look of waiting) look();
  };
  return {
    responses,
    send: (request) => port1.postMessage(request),
    until: (test) =>
      new Promise((resolve) => {
        const look = () => {
          const found = responses.find(test);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

/** A loader whose model is there at once. */
export const loaderOf =
  (...model: Parameters<typeof modelOf>): Loader =>
  () =>
    Promise.resolve(() => Promise.resolve(modelOf(...model)));

/** A worker for the client that answers as it is told, and records what it is asked. */
export class FakeWorker implements Endpoint {
  readonly requests: Request[] = [];
  terminated = false;
  readonly #target = new EventTarget();

  constructor(private readonly answer: (request: Request, worker: FakeWorker) => void) {}

  postMessage(request: Request): void {
    if (this.terminated) return;
    this.requests.push(request);
    queueMicrotask(() => this.answer(request, this));
  }

  addEventListener(type: string, listener: (event: never) => void): void {
    this.#target.addEventListener(type, listener as (event: Event) => void);
  }

  say(response: Response): void {
    if (!this.terminated) this.#target.dispatchEvent(new MessageEvent('message', { data: response }));
  }

  crash(): void {
    this.#target.dispatchEvent(new Event('error'));
  }

  terminate(): void {
    this.terminated = true;
  }
}
