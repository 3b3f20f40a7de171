import { asFailure, Failure } from '../../contract/failure.ts';
import { formatQuery } from '../../contract/query.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { fitted, levelOptionsOf } from '../../contract/run-options.ts';
import { levelsOf } from '../../engine/diffusion/levels.ts';
import type { BackendChoice, BackendReport, LoadProgress } from '../../contract/tasks.ts';
import { createClient, type Client } from '../../worker/page/client.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { dwellTimes, runDuration } from '../../session/dwell.ts';
import type { LikelihoodSource } from '../likelihood/index.ts';
import { ForwardLane, ForwardPictures } from '../own-picture/index.ts';
import { markFirst } from '../../kit/mark-first.ts';
import type { Motion } from '../../kit/preferences/motion.ts';
import { Notices } from '../../session/notices.svelte.ts';
import { Player } from '../../session/player.svelte.ts';
import { playRecording } from '../../session/recording.ts';
import { RunCache } from '../../session/run-cache.ts';
import { forwardScene, reverseScene, type Scene } from './scene.ts';
import { Trajectory } from '../../session/trajectory.svelte.ts';

/** What the playground is doing; one thing at a time. */
export type Phase =
  | { readonly name: 'waiting' }
  | { readonly name: 'loading'; readonly progress: LoadProgress | null }
  | { readonly name: 'idle' }
  /** `long` once it has taken so long that a visitor may want to stop it. */
  | { readonly name: 'sampling'; readonly run: Trajectory; readonly long: boolean }
  | { readonly name: 'failed'; readonly retry: () => void };

export interface PlaygroundOptions {
  readonly backend: BackendChoice;
  readonly motion: Motion;
  /** Told when a change of the recipe is finished, a drag at its end. */
  readonly onSettled?: (recipe: Recipe) => void;
}

/** Drags change the recipe many times a second; runs start at most this often, in milliseconds. */
const rerunInterval = 120;

/** Milliseconds after which a run can be stopped by its button: before, the button would only flicker. */
const longAfter = 500;

/** The state of one playground: a model, a recipe, the run it gives, and where in it the visitor is. */
export class Playground {
  model = $state.raw<CatalogueEntry>() as CatalogueEntry;
  recipe = $state.raw<Recipe>() as Recipe;
  phase = $state.raw<Phase>({ name: 'waiting' });
  backend = $state.raw<BackendReport | null>(null);
  /** The run on show. While another one is under way it stays until that one has reached the playhead. */
  shown = $state.raw<Trajectory | null>(null);
  forwardPictures = $state.raw<ForwardPictures>() as ForwardPictures;
  readonly notices = new Notices();
  readonly player = new Player(() => ({
    last: this.shown?.finalIndex ?? this.recipe.steps,
    available: (this.shown?.filled ?? 1) - 1,
    dwell: (index) => this.#dwells[index] ?? runDuration(this.recipe.steps) / this.recipe.steps,
  }));
  /** What the stage shows: a column of the reverse lane or of the forward one. */
  readonly scene = $derived.by((): Scene | null => {
    const { index, direction } = this.player;
    if (direction === -1 && this.forwardLane !== null) return forwardScene(this.forwardLane, index);
    return this.shown === null ? null : reverseScene(this.shown, index);
  });
  readonly forwardLane = $derived.by((): ForwardLane | null => {
    const { origin } = this.forwardPictures;
    return origin === null ? null : new ForwardLane(origin, this.#points);
  });
  readonly levels = $derived.by(() => this.#points.map(({ level }) => level));

  readonly #points = $derived(levelsOf(levelOptionsOf(this.shown?.recipe ?? this.recipe)));
  readonly #dwells = $derived.by(() =>
    this.shown?.complete === true ? dwellTimes(this.shown.frames, this.model.manifest.prediction.sigmaData) : [],
  );
  readonly #client: Client;
  readonly #cache = new RunCache();
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastStart = -Infinity;
  #scheduled = false;

  constructor(
    model: CatalogueEntry,
    recipe: Recipe,
    private readonly options: PlaygroundOptions,
  ) {
    this.model = model;
    this.recipe = recipe;
    this.forwardPictures = new ForwardPictures(model, () => this);
    this.#client = createClient({ onBackend: (report) => (this.backend = report) });
  }

  /** Shows the recording, loads runtime and network, then runs live. */
  async start(): Promise<void> {
    const { model } = this;
    this.phase = { name: 'loading', progress: null };
    if (this.shown === null) void this.#showRecording();
    void this.forwardPictures.load();
    try {
      const onProgress = (progress: LoadProgress) => {
        if (this.model === model) this.phase = { name: 'loading', progress };
      };
      const backend = await this.#client.load(model, { backend: this.options.backend, onProgress });
      if (this.model !== model) return;
      this.backend = backend;
      this.phase = { name: 'idle' };
      await this.#run(this.shown === null);
    } catch (error) {
      // A load that another model took the place of is no failure.
      if (this.model === model) this.#fail(error, () => void this.start());
    }
  }

  /** Shows a recipe of this model or of another one, whose network then takes the place of the one that is loaded. */
  open(model: CatalogueEntry, recipe: Recipe): void {
    if (model === this.model) return this.#change(recipe);
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
    this.player.pause();
    this.model = model;
    this.recipe = fitted(recipe);
    this.forwardPictures = new ForwardPictures(model, () => this);
    this.backend = null;
    this.shown = null;
    const known = this.#cache.get(formatQuery(this.recipe));
    if (known !== undefined) this.#show(known, true);
    if (this.phase.name !== 'waiting') void this.start();
  }

  /** Changes the recipe and runs it at once, at the same place of the timeline. */
  edit(change: Partial<Recipe>): void {
    this.#change({ ...this.recipe, ...change });
  }

  #change(recipe: Recipe): void {
    this.recipe = fitted(recipe);
    if (!this.ready) return;
    clearTimeout(this.#timer);
    this.#scheduled = true;
    const wait = Math.max(0, rerunInterval - (performance.now() - this.#lastStart));
    this.#timer = setTimeout(() => void this.#run(false), wait);
  }

  /** A change is finished: it becomes a place that the browser's back leads to. */
  settle(): void {
    this.options.onSettled?.(this.recipe);
  }

  /** Another seed, drawn afresh. */
  reroll(): void {
    this.edit({ seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 });
    this.settle();
  }

  /** Plays the forward lane, from the picture to the noise. */
  playForward(): void {
    this.player.direction = -1;
    if (this.options.motion.reduced) return this.player.seek(this.player.index);
    this.player.rewind();
    this.player.play();
  }

  /** Takes a picture of the visitor's own onto the forward lane, and shows it there before any noise. */
  async take(file: File): Promise<void> {
    try {
      if (!(await this.forwardPictures.read(file))) return;
      this.notices.forget('picture-invalid');
      this.player.pause();
      this.player.direction = -1;
      this.player.rewind();
    } catch (error) {
      this.notices.add(asFailure(error));
    }
  }

  /** What is asked about likelihood, and who answers. A run that starts meanwhile takes the question's place. */
  get forLikelihood(): LikelihoodSource {
    const { recipe } = this.shown ?? this;
    return {
      manifest: this.model.manifest,
      condition: recipe.condition,
      pictures: this.forwardPictures,
      ready: this.ready,
      ask: (question, options) => this.#client.likelihood(question, options),
    };
  }

  /** Runs from the noise on, and plays it. */
  denoise(): void {
    this.player.direction = 1;
    if (this.ready) void this.#run(true);
    else if (this.phase.name === 'failed') this.phase.retry();
    else if (this.shown !== null) this.#playFromNoise();
  }

  /** Ends the run that is under way; what it made so far stays. */
  stop(): void {
    this.#abort?.abort();
  }

  /** The backend that was asked for. */
  get choice(): BackendChoice {
    return this.options.backend;
  }

  /** Whether a network is there to run. */
  get ready(): boolean {
    return this.backend !== null && this.phase.name !== 'loading';
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.player.pause();
    this.#client.dispose();
  }

  async #run(fromNoise: boolean): Promise<void> {
    this.#scheduled = false;
    this.#abort?.abort();
    const recipe = this.recipe;
    // Who presses Denoise sees it computed; who only moves a control gets what was made before.
    const known = fromNoise ? undefined : this.#cache.get(formatQuery(recipe));
    if (known !== undefined) {
      this.#show(known, fromNoise);
      return;
    }
    const abort = new AbortController();
    this.#abort = abort;
    this.#lastStart = performance.now();
    const { shown } = this;
    const recorded = shown?.source === 'recorded' && formatQuery(shown.recipe) === formatQuery(recipe);
    const onCount = () => this.#showWhenThere(run, fromNoise);
    const run = new Trajectory(recipe, 'live', onCount, recorded ? shown : undefined);
    this.phase = { name: 'sampling', run, long: false };
    const timer = setTimeout(() => (this.phase = { name: 'sampling', run, long: true }), longAfter);
    try {
      run.summary = await this.#client.run(recipe, { signal: abort.signal, onFrame: (frame) => run.push(frame) });
      this.#cache.set(formatQuery(recipe), run);
      if (this.#abort !== abort) return;
      this.notices.settleFailures();
      this.phase = { name: 'idle' };
      if (this.options.motion.reduced) this.player.seek(recipe.steps);
      // Edits made while a lost worker was replaced could not start a run of their own.
      if (this.recipe !== recipe && !this.#scheduled) void this.#run(false);
    } catch (error) {
      if (this.#abort !== abort) return; // A newer run took its place.
      if (error instanceof Failure && error.code === 'cancelled') this.phase = { name: 'idle' };
      else this.#fail(error, () => void this.#run(fromNoise));
    } finally {
      clearTimeout(timer);
      run.announce();
      run.ended = true;
    }
  }

  /** Takes a run onto the stage as soon as it has what the stage shows, so that a change does not flicker. */
  #showWhenThere(run: Trajectory, fromNoise: boolean): void {
    if (this.shown === run) return;
    const place = fromNoise || this.shown === null ? 0 : this.#placeIn(run);
    if (run.filled > place) this.#show(run, fromNoise);
  }

  #show(run: Trajectory, fromNoise: boolean): void {
    const place = this.#placeIn(run);
    const first = this.shown === null;
    this.shown = run;
    if (run.source === 'live') markFirst('playground:first-live-frame');
    if (fromNoise || first) this.#playFromNoise();
    else this.player.index = place;
  }

  /** The column of a run that is at the same share of the way as the playhead is now. */
  #placeIn(run: Trajectory): number {
    const steps = this.shown?.recipe.steps ?? run.recipe.steps;
    return Math.round((this.player.index / steps) * run.recipe.steps);
  }

  #playFromNoise(): void {
    if (this.options.motion.reduced) return;
    this.player.rewind();
    this.player.play();
  }

  async #showRecording(): Promise<void> {
    const { model } = this;
    const recording = await playRecording(model, this.recipe);
    if (this.model !== model) return;
    if (recording !== null && this.shown === null) this.#show(recording, true);
    if (recording !== null && this.options.motion.reduced) this.player.seek(recording.recipe.steps);
  }

  #fail(error: unknown, retry: () => void): void {
    const failure = asFailure(error);
    this.phase = { name: 'failed', retry };
    this.notices.add(failure, retry);
  }
}
