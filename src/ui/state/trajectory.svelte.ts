import type { Recipe } from '../../recipe/recipe.ts';
import type { RunSummary, TimedFrame } from '../../worker/protocol.ts';

/**
 * The frames of one run, kept whole. Frames arrive faster than the display repaints, so `count` follows once a
 * display frame: whoever reads it is told at most 60 times a second.
 */
export class Trajectory {
  /** How many frames are there, as last announced. */
  count = $state(0);
  summary = $state.raw<RunSummary | null>(null);
  /** Nothing more will come: the run is done, stopped or failed. */
  ended = $state(false);
  readonly #frames: TimedFrame[] = [];
  #announced = false;

  /**
   * @param source a recording is said to be one, wherever it is shown
   * @param onCount told after `count` grew
   */
  constructor(
    readonly recipe: Recipe,
    readonly source: 'live' | 'recorded',
    private readonly onCount?: () => void,
  ) {}

  get complete(): boolean {
    return this.count === this.recipe.steps + 1;
  }

  /** The last frame that is there. */
  get lastIndex(): number {
    return Math.max(0, this.count - 1);
  }

  /** The last frame there will be, as far as is known. */
  get finalIndex(): number {
    return this.ended ? this.lastIndex : this.recipe.steps;
  }

  get frames(): readonly TimedFrame[] {
    return this.#frames;
  }

  /** The frame of that column, or the nearest before it that has arrived; null before the first. */
  at(index: number): TimedFrame | null {
    return this.#frames[Math.min(index, this.count - 1)] ?? null;
  }

  /** Takes the next frame. A run that had to start over sends its frames again from index 0. */
  push(frame: TimedFrame): void {
    this.#frames.length = frame.index;
    this.#frames.push(frame);
    if (this.#announced) return;
    this.#announced = true;
    requestAnimationFrame(() => this.announce());
  }

  /** Tells readers of all that has arrived. */
  announce(): void {
    this.#announced = false;
    if (this.count === this.#frames.length) return;
    this.count = this.#frames.length;
    this.onCount?.();
  }
}
