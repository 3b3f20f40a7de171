import { defaultRecipe } from '../../recipe/defaults.ts';
import { Failure } from '../../recipe/failure.ts';
import { createClient } from '../../worker/client.ts';
import type { Backend, TimedFrame } from '../../worker/protocol.ts';
import type { CatalogueEntry } from '../catalogue.ts';

/** What two backends make of the same recipe. */
export interface Difference {
  readonly model: string;
  readonly version: string;
  /** The largest difference of a value, frame by frame. */
  readonly frames: readonly number[];
  readonly device: string | null;
}

/** Differences up to this are float32 arithmetic in another order. */
export const backendTolerance = 1e-3;

/** Runs a model's default recipe on WASM and on WebGPU, and compares the frames. Heavy: only when asked. */
export class BackendComparison {
  result = $state.raw<Difference | null>(null);
  running = $state(false);
  failure = $state.raw<Failure | null>(null);
  #abort = new AbortController();

  constructor(private readonly model: CatalogueEntry) {}

  async run(): Promise<void> {
    this.#abort = new AbortController();
    this.running = true;
    this.failure = this.result = null;
    try {
      const wasm = await this.#framesOn('wasm');
      const webgpu = await this.#framesOn('webgpu');
      this.result = {
        model: this.model.manifest.id,
        version: this.model.manifest.version,
        frames: wasm.frames.map((frame, k) => largestDifference(frame, webgpu.frames[k])),
        device: webgpu.device,
      };
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('unexpected', { reason: String(error) });
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      this.running = false;
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  async #framesOn(backend: Backend): Promise<{ frames: TimedFrame[]; device: string | null }> {
    const client = createClient();
    const { signal } = this.#abort;
    try {
      const report = await client.load(this.model, { backend, signal });
      if (report.backend !== backend) {
        throw new Failure('backend-failed', { backend, reason: report.fallback?.detail ?? '' });
      }
      const frames: TimedFrame[] = [];
      const recipe = { ...defaultRecipe(this.model.manifest), steps: 10 };
      await client.run(recipe, { signal, onFrame: (frame) => (frames[frame.index] = frame) });
      return { frames, device: report.device };
    } finally {
      client.dispose();
    }
  }
}

function largestDifference(a: TimedFrame, b: TimedFrame | undefined): number {
  if (b === undefined) return NaN;
  return a.x.data.reduce((largest, value, i) => Math.max(largest, Math.abs(value - (b.x.data[i] ?? NaN))), 0);
}
