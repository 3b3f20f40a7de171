import { distance } from '../../engine/statistics.ts';
import type { Tensor } from '../../engine/tensor.ts';
import { Failure } from '../../contract/failure.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { wordsOf } from '../../contract/words.ts';
import { fitted } from '../../contract/run-options.ts';
import { createClient } from '../../worker/page/client.ts';
import type { BackendChoice, Start, TimedFrame } from '../../contract/tasks.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';

/** How the noise that was found is denoised again. */
export type Again = Pick<Recipe, 'condition' | 'guidance' | 'steps'>;

/**
 * A recipe's picture, led back to noise by DDIM inversion and denoised from there, as it was or as something else. Both
 * ways take DDIM's steps without fresh noise, on the recipe's levels.
 */
export class Inversion {
  phase = $state<'loading' | 'drawing' | 'inverting' | 'denoising' | 'done' | 'failed'>('loading');
  failure = $state.raw<Failure | null>(null);
  /** From the picture to the noise, and back; the columns of both run from noise to picture. */
  upwards = $state.raw<readonly TimedFrame[]>([]);
  downwards = $state.raw<readonly TimedFrame[]>([]);
  /** How far the picture that came back is from the one that was inverted: root mean square. */
  readonly lost = $derived.by(() => {
    const [picture, back] = [this.upwards[0], this.downwards.at(-1)];
    return this.phase === 'done' && picture && back ? distance(picture.x, back.x) : null;
  });
  readonly #client = createClient();
  #abort = new AbortController();
  #loaded: Promise<unknown> | null = null;
  #picture: Tensor | undefined;
  /** Of the inversion that is there, whole; 0 while there is none. */
  #invertedSteps = 0;

  constructor(
    readonly model: CatalogueEntry,
    readonly recipe: Recipe,
    private readonly backend: BackendChoice,
  ) {}

  /** Does what is not done yet, and denoises again. Takes the place of what is under way. */
  async run(again: Again): Promise<void> {
    this.#abort.abort();
    const { signal } = (this.#abort = new AbortController());
    this.failure = null;
    try {
      await (this.#loaded ??= this.#client.load(this.model, { backend: this.backend }));
      if (signal.aborted) return;
      const picture = (this.#picture ??= await this.#drawn(signal));
      const plain: Recipe = fitted({
        ...this.recipe,
        condition: wordsOf(this.recipe),
        toCondition: undefined,
        sampler: 'ddim',
        eta: 0,
        steps: again.steps,
      });
      if (this.#invertedSteps !== again.steps) {
        this.#invertedSteps = 0;
        this.phase = 'inverting';
        this.downwards = [];
        const take = (frames: readonly TimedFrame[]) => (this.upwards = frames);
        await this.#frames(plain, signal, { picture }, take);
        this.#invertedSteps = again.steps;
      }
      this.phase = 'denoising';
      const noise = this.upwards[again.steps]?.x;
      const asked = { ...plain, condition: again.condition, guidance: again.guidance };
      if (noise) await this.#frames(asked, signal, { noise }, (frames) => (this.downwards = frames));
      this.phase = 'done';
    } catch (error) {
      if (signal.aborted) return;
      this.#loaded = null;
      this.failure = error instanceof Failure ? error : new Failure('unexpected', { reason: String(error) });
      this.phase = 'failed';
    }
  }

  dispose(): void {
    this.#abort.abort();
    this.#client.dispose();
  }

  async #drawn(signal: AbortSignal): Promise<Tensor> {
    this.phase = 'drawing';
    const last = (await this.#frames(this.recipe, signal)).at(-1);
    if (last === undefined) throw new Failure('unexpected', { reason: 'a run ended without a picture' });
    return last.x;
  }

  /** The frames of a run; whoever watches is told of them a batch at a time. */
  async #frames(
    recipe: Recipe,
    signal: AbortSignal,
    start?: Start,
    watch?: (frames: readonly TimedFrame[]) => void,
  ): Promise<readonly TimedFrame[]> {
    const frames: TimedFrame[] = [];
    let shown = performance.now();
    const onFrame = (frame: TimedFrame) => {
      frames[frame.index] = frame;
      if (performance.now() - shown < 30) return;
      shown = performance.now();
      watch?.(frames.slice());
    };
    await this.#client.run(recipe, { signal, onFrame, ...(start && { start }) });
    watch?.(frames);
    return frames;
  }
}
