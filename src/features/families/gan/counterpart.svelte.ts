import { formatQuery } from '../../../contract/query.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import type { LoadProgress } from '../../../contract/tasks.ts';
import type { CatalogueEntry } from '../../../session/catalogue.ts';
import { Run } from '../../../session/run.svelte.ts';
import type { Session } from '../../../session/session.svelte.ts';
import { goOn, Study } from '../../../session/study.svelte.ts';
import { Viewer } from '../../../session/viewer.svelte.ts';
import { counterpartRecipe } from './logic/counterpart.ts';

export interface CounterpartOptions {
  /** Nothing plays: the visitor asked for no motion. */
  readonly still: () => boolean;
  /** The model that draws the same by diffusion; null where there is none. */
  readonly find: () => Promise<CatalogueEntry | null>;
}

/** The lane of its runs: the GAN's pictures come between its steps. */
const lane = 'counterpart';

/** The same digit by diffusion: a real run, from noise to picture in steps, beside the one evaluation of the GAN. */
export class Counterpart {
  /** null while it is not known, and where there is none. */
  model = $state.raw<CatalogueEntry | null>(null);
  /** Its progress is that of loading the model. */
  readonly study = new Study<LoadProgress>();
  readonly #viewer = new Viewer({
    still: () => this.options.still(),
    sigmaData: () => this.model?.manifest.prediction.sigmaData ?? 1,
  });
  readonly player = this.#viewer.player;
  /** What was asked for last, as a query. */
  #asked = '';

  constructor(
    private readonly session: Session,
    private readonly options: CounterpartOptions,
  ) {}

  get shown(): Run | null {
    return this.#viewer.shown;
  }

  /** Draws what the GAN was asked for, unless that is what it draws or has drawn. */
  follow(asked: Recipe, anew = false): void {
    const query = formatQuery(asked);
    if (!anew && query === this.#asked && this.study.failure === null) return;
    this.#asked = query;
    void this.study.start(async (signal, tell) => {
      const model = (this.model ??= await this.options.find());
      if (model === null) return;
      await this.session.load(model, { lane, signal, onProgress: tell });
      goOn(signal);
      await this.#draw(model, counterpartRecipe(asked, model.manifest), signal, anew);
    });
  }

  async #draw(model: CatalogueEntry, recipe: Recipe, signal: AbortSignal, anew: boolean): Promise<void> {
    // A truncation is nothing to diffusion: the recipe may be the one on show.
    const known = anew ? undefined : this.session.known(recipe);
    if (known !== undefined && known === this.shown) return;
    const run: Run = known ?? new Run(recipe, 'live', () => this.#viewer.follow(run, true));
    if (known !== undefined) this.#viewer.show(known, true);
    else {
      this.#viewer.expect(run);
      try {
        await this.session.generate(run, { model, signal, lane, background: true });
      } finally {
        this.#viewer.forget(run);
      }
    }
    if (this.options.still()) this.player.seek(recipe.numSteps);
  }

  /** Ends the run that is under way; what it made so far stays. */
  stop(): void {
    this.study.stop();
  }

  dispose(): void {
    this.study.stop();
    this.player.pause();
  }
}
