import { fitted } from '../../../contract/families/index.ts';
import { asFailure } from '../../../contract/failure.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import type { LoadProgress } from '../../../contract/tasks.ts';
import type { Motion } from '../../../kit/preferences/motion.ts';
import { randomSeed } from '../../../kit/random-seed.ts';
import type { CatalogueEntry } from '../../../session/catalogue.ts';
import { Notices } from '../../../session/notices.svelte.ts';
import { Run } from '../../../session/run.svelte.ts';
import type { Session } from '../../../session/session.svelte.ts';
import { Counterpart } from './counterpart.svelte.ts';
import { endsOf, otherSeed } from './logic/ends.ts';

type Picture = Run<'gan'>;

/** What the page is doing; drawing is too quick to be told. */
export type Phase =
  | { readonly name: 'waiting' }
  | { readonly name: 'loading'; readonly progress: LoadProgress | null }
  | { readonly name: 'ready' }
  | { readonly name: 'failed' };

export interface GanPlaygroundOptions {
  readonly motion: Pick<Motion, 'reduced'>;
  /** Told when a change of the recipe is finished, a drag at its end. */
  readonly onSettled?: (recipe: Recipe) => void;
  /** The model that draws the same by diffusion; null where there is none. */
  readonly findCounterpart: (model: CatalogueEntry<'gan'>) => Promise<CatalogueEntry | null>;
}

/** The state of a GAN on show: a model, a recipe, its picture, and the same by diffusion. */
export class GanPlayground {
  model = $state.raw<CatalogueEntry<'gan'>>() as CatalogueEntry<'gan'>;
  recipe = $state.raw<Recipe>() as Recipe;
  phase = $state.raw<Phase>({ name: 'waiting' });
  /** The picture on show. While another one is drawn it stays. */
  shown = $state.raw<Picture | null>(null);
  /** The pictures at either end of the way between two seeds. */
  ends = $state.raw<readonly [from: Picture, to: Picture] | null>(null);
  counterpart = $state.raw<Counterpart>() as Counterpart;
  readonly notices = new Notices();
  /** The recipe that was drawn last. */
  #drawn: Recipe | null = null;
  #drawing = false;
  #abort = new AbortController();

  constructor(
    readonly session: Session,
    model: CatalogueEntry<'gan'>,
    recipe: Recipe,
    private readonly options: GanPlaygroundOptions,
  ) {
    this.#take(model, recipe);
  }

  /** The playhead of the run by diffusion: the picture of the GAN has no steps to play. */
  get player() {
    return this.counterpart.player;
  }

  /** Loads the network, draws, then has the same drawn by diffusion. */
  async start(): Promise<void> {
    const { model } = this;
    const { signal } = this.#abort;
    // A call: what it says may have changed after each wait.
    const over = () => signal.aborted;
    this.phase = { name: 'loading', progress: null };
    try {
      const onProgress = (progress: LoadProgress) => {
        if (!over()) this.phase = { name: 'loading', progress };
      };
      await this.session.load(model, { signal, onProgress });
      if (over()) return;
      this.phase = { name: 'ready' };
      await this.#draw();
      if (!over()) this.counterpart.follow(this.recipe);
    } catch (error) {
      if (!over()) this.#fail(error);
    }
  }

  /** Shows a recipe of this model or of another GAN, whose network then takes the place of the one that is loaded. */
  open(model: CatalogueEntry<'gan'>, recipe: Recipe): void {
    if (model === this.model) {
      this.#change(recipe);
      this.#follow();
      return;
    }
    const { name } = this.phase;
    this.dispose();
    this.#take(model, recipe);
    if (name !== 'waiting') void this.start();
  }

  #take(model: CatalogueEntry<'gan'>, recipe: Recipe): void {
    this.model = model;
    this.recipe = fitted(recipe);
    this.shown = this.ends = this.#drawn = null;
    this.#drawing = false;
    this.#abort = new AbortController();
    this.counterpart = new Counterpart(this.session, {
      still: () => this.options.motion.reduced,
      find: () => this.options.findCounterpart(model),
    });
  }

  /** Changes the recipe and draws it at once. */
  edit(change: Partial<Recipe>): void {
    this.#change({ ...this.recipe, ...change });
  }

  #change(recipe: Recipe): void {
    this.recipe = fitted(recipe);
    if (this.phase.name === 'ready') void this.#draw();
  }

  /** Goes to a place on the way to the other seed, which the recipe names from then on. */
  mix(share: number): void {
    this.edit({ toSeed: otherSeed(this.recipe), mix: share });
  }

  /** A change is finished: it becomes a place that the browser's back leads to, and diffusion draws it as well. */
  settle(): void {
    this.options.onSettled?.(this.recipe);
    this.#follow();
  }

  #follow(): void {
    if (this.phase.name === 'ready') this.counterpart.follow(this.recipe);
  }

  /** Another seed, drawn afresh. */
  reroll(): void {
    this.edit({ seed: randomSeed() });
    this.settle();
  }

  /** Has it drawn by diffusion once more, from the noise on. */
  denoise(): void {
    if (this.phase.name === 'ready') this.counterpart.follow(this.recipe, true);
    else if (this.phase.name === 'failed') void this.start();
  }

  /** Ends the run by diffusion. */
  stop(): void {
    this.counterpart.stop();
  }

  dispose(): void {
    this.#abort.abort();
    this.counterpart.dispose();
  }

  /**
   * Draws what is asked for, a picture at a time: what a drag asks for meanwhile is drawn next, and what it asked for in
   * between never is. So pictures come as fast as the network draws them, and no drag waits for old ones.
   */
  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    const { signal } = this.#abort;
    // A call: what it says may have changed after each wait.
    const over = () => signal.aborted;
    try {
      while (this.#drawn !== this.recipe) {
        const { recipe } = this;
        const picture = await this.#pictureOf(recipe, 'gan', signal);
        if (over()) return;
        this.shown = picture;
        const [from, to] = endsOf(recipe);
        const ends = [await this.#pictureOf(from, 'gan', signal), await this.#pictureOf(to, 'gan', signal)] as const;
        if (over()) return;
        this.ends = ends;
        this.#drawn = recipe;
      }
      this.notices.settleFailures();
    } catch (error) {
      if (!over()) this.#fail(error);
    } finally {
      if (!over()) this.#drawing = false;
    }
  }

  async #pictureOf(recipe: Recipe, lane: string, signal: AbortSignal): Promise<Picture> {
    const known = this.session.known<'gan'>(recipe);
    if (known !== undefined) return known;
    const run: Picture = new Run<'gan'>(recipe, 'live');
    await this.session.generate<'gan'>(run, { model: this.model, signal, lane });
    return run;
  }

  #fail(error: unknown): void {
    this.phase = { name: 'failed' };
    this.notices.add(asFailure(error), () => void this.start());
  }
}
