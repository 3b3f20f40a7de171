/** What is under way, a piece of work a lane. */
export class Lanes {
  readonly #lanes = new Map<string, AbortController>();

  /** Takes the place of what is under way in the lane. @param work is handed a signal that says when it is over */
  async take<T>(lane: string, signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.#lanes.get(lane)?.abort();
    const controller = new AbortController();
    this.#lanes.set(lane, controller);
    const abort = () => controller.abort();
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    try {
      return await work(controller.signal);
    } finally {
      signal?.removeEventListener('abort', abort);
      if (this.#lanes.get(lane) === controller) this.#lanes.delete(lane);
    }
  }

  /** Ends all of it. */
  clear(): void {
    for (const controller of this.#lanes.values()) controller.abort();
  }
}
