import { defaultRecipe } from '../../contract/defaults.ts';
import { asFailure, type Failure } from '../../contract/failure.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { largestDifference, runsOn } from '../../session/runs-on.ts';

/** What two backends make of the same recipe. */
export interface Difference {
  readonly model: string;
  readonly version: string;
  /** The largest difference of a value, frame by frame. */
  readonly frames: readonly number[];
  readonly device: string | null;
}

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
      const { signal } = this.#abort;
      const recipes = [{ ...defaultRecipe(this.model.manifest), steps: 10 }];
      const wasm = await runsOn(this.model, 'wasm', recipes, signal);
      const webgpu = await runsOn(this.model, 'webgpu', recipes, signal);
      this.result = {
        model: this.model.manifest.id,
        version: this.model.manifest.version,
        frames: (wasm.runs[0] ?? []).map(({ x }, k) => largestDifference(x.data, webgpu.runs[0]?.[k]?.x.data)),
        device: webgpu.report.device,
      };
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code !== 'cancelled') this.failure = failure;
    } finally {
      this.running = false;
    }
  }

  stop(): void {
    this.#abort.abort();
  }
}
