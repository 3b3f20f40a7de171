import type { Run } from './run.svelte.ts';

/** Floats kept over all runs: 16 million are 64 MB, some hundred runs of a 28 x 28 model. */
const capacity = 16e6;

/** Runs that were made before, by their recipe. The least recently used go first. */
export class RunCache {
  readonly #runs = new Map<string, Run>();
  #size = 0;

  get(key: string): Run | undefined {
    const run = this.#runs.get(key);
    if (run !== undefined) {
      this.#runs.delete(key);
      this.#runs.set(key, run);
    }
    return run;
  }

  set(key: string, run: Run): void {
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

function sizeOf(run: Run): number {
  return run.frames.reduce((sum, { x, parts }) => sum + x.data.length * (parts === undefined ? 2 : 4), 0);
}
