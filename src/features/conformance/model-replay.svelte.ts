import type { Recipe } from '../../contract/recipe.ts';
import type { BackendReport } from '../../contract/tasks.ts';
import type { AnyEntry } from '../../session/catalogue.ts';
import { goldenRunsOf, type GoldenFile } from './logic/golden-runs.ts';
import { largestDifference } from '../../engine/largest-error.ts';
import { runsOn, runTolerance } from '../../session/runs-on.ts';
import { Study } from '../../session/study.svelte.ts';

/** A run that Python made with the model's file, made again here. */
export interface ReplayedRun {
  readonly recipe: Recipe;
  /** The largest difference of a value of the finished picture. */
  readonly error: number;
  readonly passed: boolean;
}

/** Makes a model's golden runs again on WASM, the one backend that every browser has. */
export class ModelReplay {
  runs = $state.raw<readonly ReplayedRun[]>([]);
  report = $state.raw<BackendReport | null>(null);
  /** What Python made them with. */
  provenance = $state.raw<GoldenFile['provenance'] | null>(null);
  readonly study = new Study();

  constructor(readonly model: AnyEntry) {}

  async run(): Promise<void> {
    const { goldenRunsUrl, manifest } = this.model;
    if (goldenRunsUrl === null) return;
    await this.study.start(async (signal) => {
      const file = (await (await fetch(goldenRunsUrl, { signal })).json()) as GoldenFile;
      const goldens = goldenRunsOf(file, manifest);
      const recipes = goldens.map(({ recipe }) => recipe);
      const { runs, report } = await runsOn(this.model, 'wasm', recipes, signal);
      this.runs = goldens.map(({ recipe, end }, k) => {
        const error = largestDifference(end, runs[k]?.at(-1)?.x.data);
        return { recipe, error, passed: error <= runTolerance };
      });
      this.report = report;
      this.provenance = file.provenance;
    });
  }
}
