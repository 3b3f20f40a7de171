import { distance } from '../../engine/statistics.ts';
import type { Tensor } from '../../engine/tensor.ts';
import { Failure } from '../../contract/failure.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { wordsOf } from '../../contract/words.ts';
import { fitted } from '../../contract/families/index.ts';
import type { Start, TimedFrame } from '../../contract/tasks.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { Run } from '../../session/run.svelte.ts';
import type { Session } from '../../session/session.svelte.ts';
import { goOn, Study } from '../../session/study.svelte.ts';

/** What this asks the worker is under way beside what the playground asks. */
const lane = 'inversion';

export type InversionPhase = 'loading' | 'drawing' | 'inverting' | 'denoising';

/** How the noise that was found is denoised again. */
export type Again = Pick<Recipe, 'condition' | 'guidanceScale' | 'numSteps'>;

/**
 * A recipe's picture, led back to noise by DDIM inversion and denoised from there, as it was or as something else. Both
 * ways take DDIM's steps without fresh noise, on the recipe's levels.
 */
export class Inversion {
  readonly study = new Study<InversionPhase>();
  /** From the picture to the noise, and back; the columns of both run from noise to picture. */
  upwards = $state.raw<readonly TimedFrame[]>([]);
  downwards = $state.raw<readonly TimedFrame[]>([]);
  /** How far the picture that came back is from the one that was inverted: root mean square. */
  readonly lost = $derived.by(() => {
    const [picture, back] = [this.upwards[0], this.downwards.at(-1)];
    return this.study.phase.name === 'done' && picture && back ? distance(picture.x, back.x) : null;
  });
  #picture: Tensor | undefined;
  /** Of the inversion that is there, whole; 0 while there is none. */
  #invertedSteps = 0;

  constructor(
    readonly model: CatalogueEntry,
    readonly recipe: Recipe,
    private readonly session: Session,
  ) {}

  /** Does what is not done yet, and denoises again. Takes the place of what is under way. */
  run(again: Again): Promise<void> {
    return this.study.start(async (signal, tell) => {
      tell('loading');
      await this.session.load(this.model, { lane, signal });
      goOn(signal);
      if (this.#picture === undefined) tell('drawing');
      const picture = (this.#picture ??= await this.#drawn(signal));
      const plain: Recipe = fitted({
        ...this.recipe,
        condition: wordsOf(this.recipe),
        toCondition: undefined,
        sampler: 'ddim',
        eta: 0,
        numSteps: again.numSteps,
      });
      if (this.#invertedSteps !== again.numSteps) {
        this.#invertedSteps = 0;
        tell('inverting');
        this.downwards = [];
        const take = (frames: readonly TimedFrame[]) => (this.upwards = frames);
        await this.#frames(plain, signal, { picture }, take);
        this.#invertedSteps = again.numSteps;
      }
      tell('denoising');
      const noise = this.upwards[again.numSteps]?.x;
      const asked = { ...plain, condition: again.condition, guidanceScale: again.guidanceScale };
      if (noise) await this.#frames(asked, signal, { noise }, (frames) => (this.downwards = frames));
    });
  }

  dispose(): void {
    this.study.stop();
  }

  async #drawn(signal: AbortSignal): Promise<Tensor> {
    const last = (await this.#frames(this.recipe, signal)).at(-1);
    if (last === undefined) throw new Failure('unexpected', { reason: 'a run ended without a picture' });
    return last.x;
  }

  /** The frames of a run; whoever watches is told of them as often as the display repaints. */
  async #frames(
    recipe: Recipe,
    signal: AbortSignal,
    start?: Start,
    watch?: (frames: readonly TimedFrame[]) => void,
  ): Promise<readonly TimedFrame[]> {
    const run: Run = new Run(recipe, 'live', () => watch?.(run.frames.slice()));
    await this.session.generate(run, { model: this.model, lane, signal, ...(start && { start }) });
    return run.frames;
  }
}
