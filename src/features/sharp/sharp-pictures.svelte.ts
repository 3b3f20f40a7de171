import type { Tensor } from '../../engine/tensor.ts';
import { enlargerOf, type EnlargerEntry } from '../../session/enlargers.ts';
import type { Session } from '../../session/session.svelte.ts';

/**
 * Pictures as a second network draws them: at four times their size, with outlines. It comes after the first picture, and
 * a page without it shows pixels. What was drawn is kept as long as its picture.
 */
export class SharpPictures {
  /** The network, once it is there; null where the model has none. */
  network = $state.raw<EnlargerEntry | null>(null);
  readonly #drawn = new WeakMap<Tensor, Tensor>();
  /** Grows with every picture that was drawn: who looked for one looks again. */
  #count = $state(0);
  /** Pictures to draw, the next one first. */
  #wanted: readonly Tensor[] = [];
  #busy = false;

  /** @param lane of whoever shares the session with others */
  constructor(
    private readonly session: Pick<Session, 'load' | 'enlarge'>,
    private readonly lane = '',
  ) {}

  /** Fetches the network for a model's pictures. Its failing costs nothing but sharpness, so nobody is told. */
  async open(modelId: string, find = enlargerOf): Promise<void> {
    if (this.network?.manifest.models.includes(modelId) === true) return;
    this.network = null;
    try {
      const found = await find(modelId);
      if (found === null) return;
      await this.session.load(found, { lane: `${this.lane}load-enlarger` });
      this.network = found;
      void this.#work();
    } catch {
      this.network = null;
    }
  }

  /** The network goes with its model. */
  close(): void {
    this.network = null;
    this.#wanted = [];
  }

  /** A picture drawn sharp; null before it is. */
  of(picture: Tensor | null): Tensor | null {
    return this.#count >= 0 && picture !== null && this.network !== null ? (this.#drawn.get(picture) ?? null) : null;
  }

  /** Has pictures drawn, in this order, in place of what waits. */
  want(pictures: readonly Tensor[]): void {
    this.#wanted = pictures.filter((picture) => !this.#drawn.has(picture));
    void this.#work();
  }

  async #work(): Promise<void> {
    const { network } = this;
    if (this.#busy || network === null) return;
    this.#busy = true;
    try {
      for (let next = this.#wanted[0]; next !== undefined && this.network === network; next = this.#wanted[0]) {
        this.#wanted = this.#wanted.slice(1);
        this.#drawn.set(next, await this.session.enlarge(network, next, `${this.lane}enlarge`));
        this.#count += 1;
      }
    } catch {
      // Pixels stay; the next picture tries again.
    } finally {
      this.#busy = false;
    }
  }
}
