import { defaultRecipe } from '../../contract/defaults.ts';
import type { AnyEntry } from '../../session/catalogue.ts';
import { largestDifference } from '../../engine/largest-error.ts';
import { runsOn } from '../../session/runs-on.ts';
import { Study } from '../../session/study.svelte.ts';

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
  readonly study = new Study();

  constructor(private readonly model: AnyEntry) {}

  run(): Promise<void> {
    this.result = null;
    return this.study.start(async (signal) => {
      const recipes = [{ ...defaultRecipe(this.model.manifest), numSteps: 10 }];
      const wasm = await runsOn(this.model, 'wasm', recipes, signal);
      const webgpu = await runsOn(this.model, 'webgpu', recipes, signal);
      this.result = {
        model: this.model.manifest.id,
        version: this.model.manifest.version,
        frames: (wasm.runs[0] ?? []).map(({ x }, k) => largestDifference(x.data, webgpu.runs[0]?.[k]?.x.data)),
        device: webgpu.report.device,
      };
    });
  }
}
