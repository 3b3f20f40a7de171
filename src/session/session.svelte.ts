import type { RecipeFamily } from '../contract/manifest.ts';
import { formatQuery } from '../contract/query.ts';
import type { Recipe } from '../contract/recipe.ts';
import type {
  BackendChoice,
  BackendReport,
  LikelihoodAnswer,
  LikelihoodQuestion,
  LoadProgress,
  ModelSource,
  Start,
} from '../contract/tasks.ts';
import type { Tensor } from '../engine/tensor.ts';
import { createClient, type Client, type ClientOptions, type LikelihoodOptions } from '../worker/page/client.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { RunCache, type AnyRun } from './run-cache.ts';
import type { Run } from './run.svelte.ts';

/** How a run is to be made. */
export interface GenerateOptions<F extends RecipeFamily = 'diffusion'> {
  readonly model: CatalogueEntry<F>;
  readonly signal: AbortSignal;
  /** Takes the place of what is under way in this lane, and of nothing else. Lanes take turns, step by step. */
  readonly lane?: string | undefined;
  /** It waits while lanes that are not in the background have work. */
  readonly background?: boolean;
  /** What to start from in place of the seed's noise. Such a run is not kept. */
  readonly start?: Start;
}

/**
 * What every playground on a page shares: the worker with its models, which backend runs, and the runs that were made.
 * One a page. The client is handed in, so that all of this is tested without a browser.
 */
export class Session {
  /** null until a model was loaded. */
  backend = $state.raw<BackendReport | null>(null);
  readonly #cache = new RunCache();
  readonly #client: Client;

  /** @param choice the backend that was asked for */
  constructor(
    readonly choice: BackendChoice,
    connect: (options: ClientOptions) => Client = createClient,
  ) {
    this.#client = connect({ backend: choice, onBackend: (report) => (this.backend = report) });
  }

  /** Fetches and starts a model. @throws Failure */
  async load(
    model: ModelSource,
    options: {
      readonly lane?: string | undefined;
      readonly signal?: AbortSignal;
      readonly onProgress?: (progress: LoadProgress) => void;
    } = {},
  ): Promise<void> {
    this.backend = await this.#client.load(model, options);
  }

  /** The run of a recipe that was made before; undefined where there is none, or not any more. */
  known<F extends RecipeFamily = 'diffusion'>(recipe: Recipe): Run<F> | undefined {
    // A recipe says its family, which is the one that its runs were kept as.
    return this.#cache.get(formatQuery(recipe)) as Run<F> | undefined;
  }

  /** Makes a run: its frames arrive in it one by one, and it has ended when this settles. @throws Failure */
  async generate<F extends RecipeFamily = 'diffusion'>(
    run: Run<F>,
    { model, signal, start, ...lane }: GenerateOptions<F>,
  ): Promise<void> {
    const onFrame = run.push.bind(run);
    try {
      run.summary = await this.#client.generate<F>(model, { recipe: run.recipe, start }, { signal, onFrame, ...lane });
      if (start === undefined) this.#cache.set(formatQuery(run.recipe), run as unknown as AnyRun);
    } finally {
      run.end();
    }
  }

  /** How likely a picture is to a model. It waits while there are runs to make. */
  likelihood(
    model: CatalogueEntry,
    question: LikelihoodQuestion,
    options: LikelihoodOptions,
  ): Promise<LikelihoodAnswer> {
    return this.#client.likelihood(model, question, options);
  }

  /** A picture as a second network draws it: larger. It waits while there are runs to make. @throws Failure */
  enlarge(network: ModelSource, picture: Tensor, lane = 'enlarge'): Promise<Tensor> {
    return this.#client.ask('enlarge', network, picture, { lane, background: true });
  }

  /** Ends the worker and whatever is under way. */
  dispose(): void {
    this.#client.dispose();
  }
}
