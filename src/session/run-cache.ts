import type { RecipeFamily } from '../contract/manifest.ts';
import type { Run } from './run.svelte.ts';

/** A run of whichever family. */
export type AnyRun = { readonly [F in RecipeFamily]: Run<F> }[RecipeFamily];

/** Floats kept over all runs: 16 million are 64 MB, some hundred runs of a 28 x 28 model. */
const capacity = 16e6;

/** Runs that were made before, by their recipe. The least recently used go first. */
export class RunCache {
  readonly #runs = new Map<string, AnyRun>();
  #size = 0;

  get(key: string): AnyRun | undefined {
    const run = this.#runs.get(key);
    if (run !== undefined) {
      this.#runs.delete(key);
      this.#runs.set(key, run);
    }
    return run;
  }

  set(key: string, run: AnyRun): void {
    const before = this.#runs.get(key);
    if (before !== undefined) this.#size -= sizeOf(before);
    this.#runs.set(key, run);
    this.#size += sizeOf(run);
    for (const [oldest, old] of this.#runs) {
      if (this.#size <= capacity || old === run) break;
      this.#runs.delete(oldest);
      this.#size -= sizeOf(old);
    }
  }
}

/** Floats of a run: every picture counts as two, a guided step as four. */
function sizeOf(run: AnyRun): number {
  let sum = 0;
  for (const frame of run.frames) sum += frame.x.data.length * ('parts' in frame ? 4 : 2);
  return sum;
}
