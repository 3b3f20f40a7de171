import { evaluationsOf } from '../../engine/diffusion/likelihood.ts';
import { MT19937 } from '../../engine/rng/mt19937.ts';
import { sizeOf, tensor, type Shape, type Tensor } from '../../engine/tensor.ts';
import { formatWords } from '../../contract/words.ts';
import type { LikelihoodAnswer } from '../../contract/tasks.ts';
import { Study } from '../../session/study.svelte.ts';
import type { Playground } from '../playground/playground.svelte.ts';

/**
 * How carefully: measured with the digits, 80 steps end 0.05 bits below where ever more of them lead (40 steps: 0.2),
 * and three probes spread by 0.003 to 0.03. So steps are the better buy.
 */
export const accuracy = { numSteps: 20, numProbes: 4, seed: 0 };

/** Evaluations of the network that one picture takes. */
export const evaluationsEach = evaluationsOf(accuracy);

export type PictureId = 'result' | 'own' | 'training' | 'noise';

/** A picture whose likelihood can be asked for. */
export interface NamedPicture {
  readonly id: PictureId;
  readonly picture: Tensor;
}

/** Which picture is being looked at, and evaluations of the network: done, and in all. */
export interface LikelihoodProgress {
  readonly id: PictureId;
  readonly done: number;
  readonly all: number;
}

/** An answer that holds for one picture with one condition. */
interface Known {
  readonly picture: Tensor;
  readonly words: string;
  readonly answer: LikelihoodAnswer;
}

/** How likely some pictures are to the network: the run's result and the visitor's own, and two to compare them with. */
export class LikelihoodStudy {
  readonly study = new Study<LikelihoodProgress>();
  /** What is asked for, the condition that every picture is looked at under. */
  readonly condition = $derived.by(() => (this.playground.shown?.recipe ?? this.playground.recipe).condition);
  readonly pictures = $derived.by((): readonly NamedPicture[] => {
    const { result, own, training } = this.playground.forwardPictures;
    return Object.entries({ result, own, training, noise: this.#noise }).flatMap(([id, picture]) =>
      picture === null ? [] : [{ id: id as PictureId, picture }],
    );
  });
  #known = $state.raw<readonly Known[]>([]);
  readonly #missing = $derived.by(() => this.pictures.filter((picture) => this.answerOf(picture) === null));
  readonly #words = $derived(formatWords(this.condition));
  readonly #noise: Tensor;

  constructor(private readonly playground: Playground) {
    this.#noise = evenNoise([1, ...playground.model.manifest.shape]);
  }

  /** What is known of a picture; null before it was computed. */
  answerOf({ picture }: NamedPicture): LikelihoodAnswer | null {
    return this.#known.find((known) => known.picture === picture && known.words === this.#words)?.answer ?? null;
  }

  /** Asks for the pictures that have no answer, one after the other, whichever those are by then. A run that starts
   * meanwhile ends this. */
  compute(): Promise<void> {
    return this.study.start(async (signal, tell) => {
      for (let answered = 0, next = this.#missing[0]; next !== undefined; answered++, next = this.#missing[0]) {
        const before = answered * evaluationsEach;
        const { id } = next;
        const onProgress = ({ nfe }: { nfe: number }) =>
          tell({ id, done: before + nfe, all: before + this.#missing.length * evaluationsEach });
        await this.#ask(next, onProgress, signal);
      }
    });
  }

  async #ask({ picture }: NamedPicture, onProgress: (told: { nfe: number }) => void, signal: AbortSignal) {
    const { condition } = this;
    const words = this.#words;
    onProgress({ nfe: 0 });
    const answer = await this.playground.likelihood({ picture, condition, ...accuracy }, { signal, onProgress });
    this.#known = [...this.#known, { picture, words, answer }];
  }
}

/** Every value any of the 256 levels, each as likely: the same picture every time. */
function evenNoise(shape: Shape): Tensor {
  const words = new MT19937(0);
  return tensor(
    shape,
    Float32Array.from({ length: sizeOf(shape) }, () => (words.next() >>> 24) / 127.5 - 1),
  );
}
