import { numStepsOf } from '../contract/families/index.ts';
import type { FrameOf } from '../contract/families/parts.ts';
import type { RecipeFamily } from '../contract/manifest.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { RunSummary, TimedFrame } from '../contract/tasks.ts';

/**
 * A recipe and its frames, kept whole. Frames arrive faster than the display repaints, so `count` follows once a
 * display frame: whoever reads it is told at most 60 times a second.
 */
export class Run<F extends RecipeFamily = 'diffusion'> {
  /** How many frames are there, as last announced. */
  count = $state(0);
  summary = $state.raw<RunSummary | null>(null);
  /** Nothing more will come: the run is done, stopped or failed. */
  ended = $state(false);
  readonly #frames: TimedFrame<FrameOf<F>>[] = [];
  #announced = false;

  /**
   * @param source a recording is said to be one, wherever it is shown
   * @param onCount told after `count` grew
   * @param standIn a recording of the same run, shown in the columns that have not arrived yet
   */
  constructor(
    readonly recipe: Recipe,
    readonly source: 'live' | 'recorded',
    private readonly onCount?: () => void,
    private readonly standIn?: Run<F>,
  ) {}

  get complete(): boolean {
    return this.count === numStepsOf(this.recipe) + 1;
  }

  /** The last frame that is there. */
  get lastIndex(): number {
    return Math.max(0, this.count - 1);
  }

  /** The last frame there will be, as far as is known. */
  get finalIndex(): number {
    return this.ended && this.standIn === undefined ? this.lastIndex : numStepsOf(this.recipe);
  }

  get frames(): readonly TimedFrame<FrameOf<F>>[] {
    return this.#frames;
  }

  /** How many columns have something to show. */
  get filled(): number {
    return Math.max(this.count, this.standIn?.count ?? 0);
  }

  /** The frame of that column; where it has not arrived the stand-in's, else the nearest before it; null before any. */
  at(index: number): TimedFrame<FrameOf<F>> | null {
    if (index >= this.count && this.standIn !== undefined) return this.standIn.at(index);
    return this.#frames[Math.min(index, this.count - 1)] ?? null;
  }

  /** What the frame of that column is. */
  sourceAt(index: number): 'live' | 'recorded' {
    return index >= this.count && this.standIn !== undefined ? this.standIn.source : this.source;
  }

  /** Takes the next frame. A run that had to start over sends its frames again from index 0. */
  push(frame: TimedFrame<FrameOf<F>>): void {
    this.#frames.length = frame.index;
    this.#frames.push(frame);
    if (this.#announced) return;
    this.#announced = true;
    requestAnimationFrame(() => this.announce());
  }

  /** Nothing more will come. */
  end(): void {
    this.announce();
    this.ended = true;
  }

  /** Tells readers of all that has arrived. */
  announce(): void {
    this.#announced = false;
    if (this.count === this.#frames.length) return;
    this.count = this.#frames.length;
    this.onCount?.();
  }
}
