import { idealDenoiser } from '../../src/engine/diffusion/ideal.ts';
import type { Denoiser } from '../../src/engine/diffusion/denoiser.ts';
import type { Manifest } from '../../src/contract/manifest.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { serve, type Loader, type Model } from '../../src/worker/thread/host.ts';
import type { Endpoint } from '../../src/worker/page/link.ts';
import type { Request, Response } from '../../src/contract/tasks.ts';

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
  not: [],
  seed: 42,
  steps: 12,
  sampler: 'euler',
  eta: 0,
  sigmas: 'karras',
  betas: 'linear',
  spacing: 'leading',
  guidance: 1,
};

/** The closed-form denoiser of two pictures: a model without a network. */
export const ideal = idealDenoiser([new Float32Array(16).fill(-0.5), new Float32Array(16).fill(0.5)]);

/** A model for the host; its network time is what `denoiser` adds to `clock`. */
export function modelOf(denoiser: Denoiser = ideal, extra: Partial<Model> = {}): Model {
  return {
    manifest,
    denoiser,
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

export interface Line {
  send(request: Request): void;
  readonly responses: Response[];
  /** The first response that satisfies the test, now or later. */
  until(test: (response: Response) => boolean): Promise<Response>;
  close(): void;
}

/** A host at the other end of a MessageChannel. */
export function openLine(loader: Loader, now: () => number = () => performance.now()): Line {
  const { port1, port2 } = new MessageChannel();
  const responses: Response[] = [];
  const waiting = new Set<() => void>();
  // Node empties a port's queue, what is added meanwhile included, before it looks at another one.
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  serve(port2, loader, now, breathe);
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
