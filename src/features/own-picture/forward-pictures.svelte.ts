import type { Tensor } from '../../engine/tensor.ts';
import type { Recipe } from '../../contract/recipe.ts';
import type { CatalogueEntry } from '../../session/catalogue.ts';
import { fetchEightBit } from '../../session/eight-bit.ts';
import type { Run } from '../../session/run.svelte.ts';

export const forwardPictureIds = ['training', 'result', 'own'] as const;
export type ForwardPictureId = (typeof forwardPictureIds)[number];

/** The pictures that the forward lane can noise, and which of them it does. */
export class ForwardPictures {
  chosen = $state<ForwardPictureId>('training');
  /** The visitor's own, [1, c, h, w] on [-1, 1]; null before there is one. It never leaves the page. */
  own = $state.raw<Tensor | null>(null);
  /** Of the pictures the network learned from the one that shows most of what is asked for. */
  readonly training = $derived.by((): Tensor | null => {
    const { vocabulary, samples } = this.model.manifest;
    const asked = this.run().recipe.condition.map(({ id }) => vocabulary.find((word) => word.id === id)?.words[0]);
    const scores = (samples?.labels ?? []).map((label) => {
      const shown = label.split(', ');
      return asked.filter((name) => name !== undefined && shown.includes(name)).length;
    });
    return this.#samples[Math.max(0, scores.indexOf(Math.max(...scores)))] ?? null;
  });
  /** The finished picture of the run on show; null while it is not finished. */
  readonly result = $derived.by((): Tensor | null => {
    const { shown } = this.run();
    return shown?.complete === true ? (shown.at(shown.lastIndex)?.x ?? null) : null;
  });
  readonly origin = $derived(this[this.chosen] ?? this.training);
  #samples = $state.raw<readonly Tensor[]>([]);
  #reads = 0;
  /** There as soon as there is an own picture. */
  #negative: ((picture: Tensor) => Tensor) | null = null;

  constructor(
    private readonly model: CatalogueEntry,
    private readonly run: () => { readonly recipe: Recipe; readonly shown: Run | null },
  ) {}

  /** Whether pictures have a polarity that could be the wrong one: gray ones do. */
  get invertible(): boolean {
    return this.model.manifest.shape[0] === 1;
  }

  /** Fetches the training pictures once. The lane can wait for them, and the page can do without them. */
  async load(): Promise<void> {
    const { samplesUrl, manifest } = this.model;
    if (samplesUrl === null || this.#samples.length > 0) return;
    this.#samples = await fetchEightBit(samplesUrl, [1, ...manifest.shape]).catch(() => []);
  }

  /**
   * Takes a visitor's file as their own picture, and noises it.
   * @returns false where another file was handed in meanwhile, which then counts
   * @throws Failure picture-invalid, naming what would be accepted.
   */
  async read(file: File): Promise<boolean> {
    const read = ++this.#reads;
    const [{ readPicture }, { negative }] = await Promise.all([
      import('./logic/read-picture.ts'),
      import('./logic/polarity.ts'),
    ]);
    this.#negative = negative;
    const picture = await readPicture(file, this.model.manifest.shape, this.#samples);
    if (read !== this.#reads) return false;
    this.own = picture;
    this.chosen = 'own';
    return true;
  }

  /** Swaps bright and dark of the visitor's own picture. */
  invert(): void {
    if (this.own !== null && this.#negative !== null) this.own = this.#negative(this.own);
  }
}
