import { evaluationsOf } from '../../engine/diffusion/likelihood.ts';
import { MT19937 } from '../../engine/rng/mt19937.ts';
import { sizeOf, tensor, type Shape, type Tensor } from '../../engine/tensor.ts';
import type { Manifest } from '../../contract/manifest.ts';
import type { WeightedWord } from '../../contract/recipe.ts';
import { formatWords } from '../../contract/words.ts';
import type { LikelihoodAnswer, LikelihoodQuestion } from '../../contract/tasks.ts';
import { Study } from '../../session/study.svelte.ts';

/**
 * How carefully: measured with the digits, 80 steps end 0.05 bits below where ever more of them lead (40 steps: 0.2),
 * and three probes spread by 0.003 to 0.03. So steps are the better buy.
 */
export const accuracy = { numSteps: 20, numProbes: 4, seed: 0 };

/** Evaluations of the network that one picture takes. */
export const evaluationsEach = evaluationsOf(accuracy);

/** What the study looks at, as it is now, and who answers. */
export interface LikelihoodSource {
  readonly manifest: Manifest;
  /** What is asked for, the condition that every picture is looked at under. */
  readonly condition: WeightedWord[];
  /** [1, c, h, w] each; null where there is none. */
  readonly pictures: Readonly<Record<Exclude<PictureId, 'noise'>, Tensor | null>>;
  /** Whether the network is there. */
  readonly ready: boolean;
  ask(
    question: LikelihoodQuestion,
    options: { readonly signal: AbortSignal; readonly onProgress: (told: { readonly nfe: number }) => void },
  ): Promise<LikelihoodAnswer>;
}

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
  readonly pictures = $derived.by((): readonly NamedPicture[] => {
    const { result, own, training } = this.source().pictures;
    return Object.entries({ result, own, training, noise: this.#noise }).flatMap(([id, picture]) =>
      picture === null ? [] : [{ id: id as PictureId, picture }],
    );
  });
  #known = $state.raw<readonly Known[]>([]);
  readonly #missing = $derived.by(() => this.pictures.filter((picture) => this.answerOf(picture) === null));
  readonly #words = $derived.by(() => formatWords(this.source().condition));
  readonly #noise: Tensor;

  constructor(private readonly source: () => LikelihoodSource) {
    this.#noise = evenNoise([1, ...source().manifest.shape]);
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
    const source = this.source();
    const { condition } = source;
    const words = this.#words;
    onProgress({ nfe: 0 });
    const answer = await source.ask({ picture, condition, ...accuracy }, { signal, onProgress });
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
