import { dwellTimes, runDuration } from './dwell.ts';
import { Player } from './player.svelte.ts';
import type { Run } from './run.svelte.ts';

export interface ViewerOptions {
  /** Nothing plays: the visitor asked for no motion. */
  readonly still: () => boolean;
  /** Root mean square of the model's data: how much of a change in x_t is seen. */
  readonly sigmaData: () => number;
}

/**
 * The run on show and the playhead in it. A newer run takes over from an older one without a flicker: as soon as it has
 * what is being looked at, at the same place, and playing if that was playing.
 */
export class Viewer {
  shown = $state.raw<Run | null>(null);
  /** A newer run that will take over as soon as it can. */
  coming = $state.raw<Run | null>(null);
  /** Where the first run is to be looked at, standing still, in place of playing it: what a link says. */
  startAt: { readonly index: number; readonly direction: 1 | -1 } | null = null;
  readonly player: Player;
  readonly #dwells = $derived.by(() =>
    this.shown?.complete === true ? dwellTimes(this.shown.frames, this.options.sigmaData()) : [],
  );

  constructor(private readonly options: ViewerOptions) {
    this.player = new Player(() => ({
      last: this.#last,
      available: (this.shown?.filled ?? 1) - 1,
      dwell: (index) => this.#dwells[index] ?? runDuration(this.#last) / Math.max(1, this.#last),
    }));
  }

  /** A run that was stopped ends where it was stopped, unless another one is about to take its place. */
  get #last(): number {
    const { shown, coming } = this;
    if (shown === null) return coming?.recipe.numSteps ?? 0;
    return coming === null || coming === shown ? shown.finalIndex : shown.recipe.numSteps;
  }

  /** A newer run is under way: `follow` will show it. */
  expect(run: Run): void {
    this.coming = run;
  }

  /** Shows the run that is expected once it has what the stage shows. To be told again whenever it grew. */
  follow(run: Run, fromNoise: boolean): void {
    if (this.coming !== run) return;
    const first = Math.min(this.startAt?.index ?? 0, run.recipe.numSteps);
    const place = this.shown === null ? first : fromNoise ? 0 : this.#placeIn(run);
    if (run.filled > place) this.show(run, fromNoise);
  }

  /** Shows a run at once: from its noise on, or at the place where the visitor is. */
  show(run: Run, fromNoise: boolean): void {
    const place = this.#placeIn(run);
    const first = this.shown === null;
    this.shown = run;
    this.coming = null;
    const start = this.startAt;
    if (first && start !== null) {
      this.startAt = null;
      this.player.direction = start.direction;
      this.player.seek(start.index);
    } else if (fromNoise || first) this.playFromNoise();
    else this.player.index = place;
  }

  /** Plays from the noise on; where nothing moves, stays. */
  playFromNoise(): void {
    if (this.options.still()) return;
    this.player.direction = 1;
    this.player.rewind();
    this.player.play();
  }

  /** A run that was to take over will not. */
  forget(run: Run): void {
    if (this.coming === run) this.coming = null;
  }

  /** Nothing is on show. */
  clear(): void {
    this.player.pause();
    this.shown = this.coming = null;
  }

  /** The column of a run that is at the same share of the way as the playhead is now. */
  #placeIn(run: Run): number {
    const steps = this.shown?.recipe.numSteps ?? run.recipe.numSteps;
    return Math.round((this.player.index / steps) * run.recipe.numSteps);
  }
}
