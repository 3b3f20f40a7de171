import { unless } from './abort.ts';

/** Work that several wait for. It is cancelled when the last of them no longer does. */
export class Shared<T> {
  readonly #controller = new AbortController();
  readonly #work: Promise<T>;
  #waiting = 0;
  #settled = false;
  #value: T | null = null;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    this.#work = start(this.#controller.signal)
      .then((value) => (this.#value = value))
      .finally(() => (this.#settled = true));
    // Whoever waits is told; when nobody does, nobody has to be.
    this.#work.catch(() => undefined);
  }

  /** Whether it goes on, so that waiting for it makes sense. */
  get underWay(): boolean {
    return !this.#settled && !this.#controller.signal.aborted;
  }

  /** What came of it; null before, and for good where it failed. */
  get value(): T | null {
    return this.#value;
  }

  /** @throws whatever the work throws; Failure cancelled as soon as the signal is aborted */
  async wait(signal: AbortSignal): Promise<T> {
    this.#waiting += 1;
    try {
      return await unless(signal, this.#work);
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#controller.abort();
    }
  }
}
