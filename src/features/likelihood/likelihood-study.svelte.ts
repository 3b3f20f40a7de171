import { MT19937 } from '../../engine/rng/mt19937.ts';
import { sizeOf, tensor, type Shape, type Tensor } from '../../engine/tensor.ts';
import { asFailure, type Failure } from '../../contract/failure.ts';
import { formatWords } from '../../contract/words.ts';
import type { LikelihoodAnswer } from '../../contract/tasks.ts';
import type { Playground } from '../playground/playground.svelte.ts';

/**
 * How carefully: measured with the digits, 80 steps end 0.05 bits below where ever more of them lead (40 steps: 0.2),
 * and three probes spread by 0.003 to 0.03. So steps are the better buy.
 */
export const care = { numSteps: 80, numProbes: 3, seed: 0 };

/** Evaluations of the network that one picture takes: two a step, each once more for every probe. */
export const evaluationsEach = 2 * care.numSteps * (1 + care.numProbes);

export type SubjectId = 'result' | 'own' | 'training' | 'noise';

/** A picture that can be judged. */
export interface Subject {
  readonly id: SubjectId;
  readonly picture: Tensor;
}

export type StudyPhase =
  | { readonly name: 'idle' }
  | { readonly name: 'computing'; readonly subject: SubjectId; readonly done: number; readonly all: number }
  | { readonly name: 'failed'; readonly failure: Failure };

/** An answer that holds for one picture with one condition. */
interface Known {
  readonly picture: Tensor;
  readonly words: string;
  readonly answer: LikelihoodAnswer;
}

/** How likely some pictures are to the network: the run's result and the visitor's own, and two to compare them with. */
export class LikelihoodStudy {
  phase = $state.raw<StudyPhase>({ name: 'idle' });
  /** What is asked for, the condition that every picture is judged under. */
  readonly condition = $derived.by(() => (this.playground.shown?.recipe ?? this.playground.recipe).condition);
  readonly subjects = $derived.by((): readonly Subject[] => {
    const { result, own, training } = this.playground.forwardPictures;
    return Object.entries({ result, own, training, noise: this.#noise }).flatMap(([id, picture]) =>
      picture === null ? [] : [{ id: id as SubjectId, picture }],
    );
  });
  #known = $state.raw<readonly Known[]>([]);
  readonly #missing = $derived.by(() => this.subjects.filter((subject) => this.answerOf(subject) === null));
  readonly #words = $derived(formatWords(this.condition));
  readonly #noise: Tensor;
  #abort = new AbortController();

  constructor(private readonly playground: Playground) {
    this.#noise = evenNoise([1, ...playground.model.manifest.shape]);
  }

  /** What is known of a picture; null before it was computed. */
  answerOf({ picture }: Subject): LikelihoodAnswer | null {
    return this.#known.find((known) => known.picture === picture && known.words === this.#words)?.answer ?? null;
  }

  /**
   * Judges the pictures that were not, one after the other, whichever those are by then. A run that starts meanwhile ends
   * this.
   */
  async compute(): Promise<void> {
    this.stop();
    const abort = (this.#abort = new AbortController());
    try {
      for (let judged = 0, next = this.#missing[0]; next !== undefined; judged++, next = this.#missing[0]) {
        await this.#judge(next, judged * evaluationsEach, abort.signal);
      }
      this.phase = { name: 'idle' };
    } catch (error) {
      if (this.#abort !== abort) return; // A newer one took its place.
      const failure = asFailure(error);
      this.phase = failure.code === 'cancelled' ? { name: 'idle' } : { name: 'failed', failure };
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  /** @param before evaluations made for other pictures */
  async #judge({ id, picture }: Subject, before: number, signal: AbortSignal): Promise<void> {
    const { condition } = this;
    const words = this.#words;
    const onProgress = ({ nfe }: { nfe: number }) => {
      const all = before + this.#missing.length * evaluationsEach;
      this.phase = { name: 'computing', subject: id, done: before + nfe, all };
    };
    onProgress({ nfe: 0 });
    const answer = await this.playground.likelihood({ picture, condition, ...care }, { signal, onProgress });
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
