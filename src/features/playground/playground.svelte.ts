import { asFailure, Failure } from '../../contract/failure.ts';
import { formatQuery } from '../../contract/query.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { edited, fitted } from '../../contract/families/index.ts';
import type { BackendReport, LoadProgress } from '../../contract/tasks.ts';
import { markFirst } from '../../kit/mark-first.ts';
import { randomSeed } from '../../kit/random-seed.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { Notices } from '../../session/notices.svelte.ts';
import { playRecording } from '../../session/recording.ts';
import { Run } from '../../session/run.svelte.ts';
import type { Session } from '../../session/session.svelte.ts';
import { Throttle } from '../../session/throttle.ts';
import { Viewer } from '../../session/viewer.svelte.ts';
import type { LikelihoodSource } from '../likelihood/index.ts';
import { ForwardPictures } from '../own-picture/index.ts';
import { SharpPictures } from '../sharp/index.ts';
import { Lanes } from './lanes.svelte.ts';
import type { PlaygroundOptions } from './playground-options.ts';
import { longAfter, type Phase } from './phase.ts';
import { takeFile } from './take-file.ts';

/** The state of one playground: a model, a recipe, the run it gives, and where in it the visitor is. */
export class Playground {
  model = $state.raw<CatalogueEntry>() as CatalogueEntry;
  recipe = $state.raw<Recipe>() as Recipe;
  phase = $state.raw<Phase>({ name: 'waiting' });
  forwardPictures = $state.raw<ForwardPictures>() as ForwardPictures;
  readonly notices = new Notices();
  readonly sharp: SharpPictures;
  readonly #viewer = new Viewer({
    still: () => this.options.motion.reduced,
    sigmaData: () => this.model.manifest.prediction.sigmaData,
  });
  readonly player = this.#viewer.player;
  readonly lanes = new Lanes(this);
  readonly #throttle = new Throttle();
  /** Whether the place of a link still counts: until the first change. */
  #placed: boolean;
  #loaded = $state.raw<CatalogueEntry | null>(null);
  #abort: AbortController | null = null;
  #disposed = false;

  constructor(
    readonly session: Session,
    model: CatalogueEntry,
    recipe: Recipe,
    private readonly options: PlaygroundOptions,
  ) {
    this.model = model;
    this.recipe = recipe;
    this.forwardPictures = new ForwardPictures(model, () => this);
    this.sharp = new SharpPictures(session, this.options.lane);
    const { step = null, forward = false } = options.view ?? {};
    this.#placed = step !== null || forward;
    if (this.#placed) this.#viewer.startAt = { index: step ?? 0, direction: forward ? -1 : 1 };
  }

  /** The run on show. While another one is under way it stays until that one has reached the playhead. */
  get shown(): Run | null {
    return this.#viewer.shown;
  }

  /** What runs this model; null while it is not loaded. */
  get backend(): BackendReport | null {
    return this.#loaded === this.model ? this.session.backend : null;
  }

  /** Whether a network is there to run. */
  get ready(): boolean {
    return this.backend !== null && this.phase.name !== 'loading';
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
      await this.session.load(model, { onProgress, lane: this.options.lane });
      if (this.model !== model || this.#disposed) return;
      this.#loaded = model;
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
    this.#throttle.cancel();
    this.#abort?.abort();
    this.#abort = null;
    this.#viewer.clear();
    this.sharp.close();
    this.model = model;
    this.recipe = fitted(recipe);
    this.forwardPictures = new ForwardPictures(model, () => this);
    const known = this.session.known(this.recipe);
    if (known !== undefined) this.#viewer.show(known, true);
    if (this.phase.name !== 'waiting') void this.start();
  }

  /** Changes the recipe and runs it at once, at the same place of the timeline. */
  edit(change: Partial<Recipe>): void {
    this.#change(edited(this.recipe, change));
  }

  #change(recipe: Recipe): void {
    this.recipe = fitted(recipe);
    this.#placed = false;
    if (!this.ready) return;
    // Whoever changes what is drawn wants to see that drawn, and not a picture being noised.
    const fromNoise = this.player.direction === -1;
    this.player.direction = 1;
    this.#throttle.soon(() => void this.#run(false, fromNoise));
  }

  /** A change is finished: it becomes a place that the browser's back leads to. */
  settle(): void {
    this.options.onSettled?.(this.recipe);
  }

  /** Another seed, drawn afresh. */
  reroll(): void {
    this.edit({ seed: randomSeed() });
    this.settle();
  }

  /** Plays the forward lane, from the picture to the noise. */
  playForward(): void {
    this.player.direction = -1;
    if (this.options.motion.reduced) return this.player.seek(this.player.index);
    this.player.rewind();
    this.player.play();
  }

  /** Opens a recipe's file; takes any other onto the forward lane, as a picture, and shows it there before any noise. */
  take(file: File): Promise<void> {
    return takeFile(this, file);
  }

  /** What is asked about likelihood, and who answers. The answer waits while runs are made. */
  get forLikelihood(): LikelihoodSource {
    const { recipe } = this.shown ?? this;
    return {
      manifest: this.model.manifest,
      condition: recipe.condition,
      pictures: this.forwardPictures,
      ready: this.ready,
      ask: (question, options) => this.session.likelihood(this.model, question, options),
    };
  }

  /** Runs from the noise on, and plays it. */
  denoise(): void {
    this.player.direction = 1;
    if (this.ready) void this.#run(true);
    else if (this.phase.name === 'failed') this.phase.retry();
    else if (this.shown !== null) this.#viewer.playFromNoise();
  }

  /** Ends the run that is under way; what it made so far stays. */
  stop(): void {
    this.#abort?.abort();
  }

  dispose(): void {
    this.#disposed = true;
    this.#throttle.cancel();
    this.#abort?.abort();
    this.player.pause();
  }

  /**
   * @param anew whoever presses Denoise sees it computed; who only moves a control gets what was made before
   * @param fromNoise plays it from its noise on, instead of keeping the place
   */
  async #run(anew: boolean, fromNoise = anew): Promise<void> {
    this.#throttle.started();
    this.#abort?.abort();
    const { recipe, model } = this;
    const known = anew ? undefined : this.session.known(recipe);
    if (known !== undefined) return this.#viewer.show(known, fromNoise);
    const { signal } = (this.#abort = new AbortController());
    const run = this.#newRun(recipe, fromNoise);
    this.#viewer.expect(run);
    this.phase = { name: 'sampling', run, long: false };
    const timer = setTimeout(() => (this.phase = { name: 'sampling', run, long: true }), longAfter);
    const current = () => this.#abort?.signal === signal;
    try {
      await this.session.generate(run, { model, signal, lane: this.options.lane });
      if (!current()) return;
      this.notices.settleFailures();
      void this.sharp.open(model.manifest.id);
      this.phase = { name: 'idle' };
      if (this.options.motion.reduced && !this.#placed) this.player.seek(recipe.numSteps);
      // Edits made while a lost worker was replaced could not start a run of their own.
      if (this.recipe !== recipe && !this.#throttle.waiting) void this.#run(false);
    } catch (error) {
      if (!current()) return; // A newer run took its place.
      if (error instanceof Failure && error.code === 'cancelled') this.phase = { name: 'idle' };
      else this.#fail(error, () => void this.#run(anew));
    } finally {
      clearTimeout(timer);
      this.#viewer.forget(run);
    }
  }

  /** A run that goes on show when it can; a recording of the same recipe stands in for what has not arrived. */
  #newRun(recipe: Recipe, fromNoise: boolean): Run {
    const { shown } = this;
    const recorded = shown?.source === 'recorded' && formatQuery(shown.recipe) === formatQuery(recipe);
    const onCount = () => {
      this.#viewer.follow(run, fromNoise);
      if (this.shown === run) markFirst('playground:first-live-frame');
    };
    const run = new Run(recipe, 'live', onCount, recorded ? shown : undefined);
    return run;
  }

  async #showRecording(): Promise<void> {
    const { model } = this;
    const recording = await playRecording(model, this.recipe);
    if (this.model !== model || recording === null) return;
    if (this.shown === null) this.#viewer.show(recording, true);
    if (this.options.motion.reduced && !this.#placed) this.player.seek(recording.recipe.numSteps);
  }

  #fail(error: unknown, retry: () => void): void {
    const failure = asFailure(error);
    this.phase = { name: 'failed', retry };
    this.notices.add(failure, retry);
  }
}
