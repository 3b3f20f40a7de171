/** Drags change a recipe many times a second; runs start at most this often, in milliseconds. */
const interval = 120;

/**
 * Starts work for the newest of many changes: at once after a pause, else when the interval since the last start is over.
 * Changes in between are never worked on.
 */
export class Throttle {
  /** Whether work waits for its turn. */
  waiting = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastStart = -Infinity;

  /** @param now milliseconds of a clock that never goes back */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Has the work done soon, in place of what waits. */
  soon(work: () => void): void {
    clearTimeout(this.#timer);
    this.waiting = true;
    const wait = Math.max(0, interval - (this.now() - this.#lastStart));
    this.#timer = setTimeout(work, wait);
  }

  /** To be told whenever work starts, whoever started it. */
  started(): void {
    clearTimeout(this.#timer);
    this.waiting = false;
    this.#lastStart = this.now();
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.waiting = false;
  }
}
