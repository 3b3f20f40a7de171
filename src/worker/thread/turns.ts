/** Whoever computes, turn by turn. */
export interface Runner {
  /** It comes after all that are not in the background. */
  readonly background: boolean;
  /** Once aborted it comes first: it only ends. */
  readonly signal: AbortSignal;
  /** Milliseconds that it has waited for others so far. */
  waited: number;
}

/**
 * Steps that are faster than this share a message and a look for a cancel, in ms: what a display takes for a picture.
 * Each costs a tenth of a millisecond or more, on both threads.
 */
export const batchMs = 16;

/**
 * Lets one runner compute at a time. They go round robin, so that runs of equal steps advance in lockstep, and two
 * evaluations of the network never meet: on WebGPU that would freeze the worker for good.
 */
export class Turns {
  readonly #queue: { readonly runner: Runner; readonly go: () => void }[] = [];
  #taken = false;
  #breathedAt = -Infinity;

  /**
   * @param now milliseconds, from any origin
   * @param breathe lets waiting messages in
   */
  constructor(
    private readonly now: () => number,
    private readonly breathe: () => Promise<void>,
  ) {}

  /** Waits for a first turn. */
  async take(runner: Runner): Promise<void> {
    const asked = this.now();
    if (this.#taken) await new Promise<void>((go) => this.#queue.push({ runner, go }));
    this.#taken = true;
    runner.waited += this.now() - asked;
  }

  /** Gives the turn away: to who waits longest, those that were cancelled first and the background last. */
  pass(): void {
    const at = (test: (runner: Runner) => boolean) => this.#queue.findIndex(({ runner }) => test(runner));
    const cancelled = at(({ signal }) => signal.aborted);
    const first = cancelled === -1 ? at(({ background }) => !background) : cancelled;
    const [next] = this.#queue.splice(Math.max(0, first), 1);
    if (next) next.go();
    else this.#taken = false;
  }

  /** Between two units of work of whoever has the turn: lets messages in, and the others take theirs. */
  async next(runner: Runner): Promise<void> {
    if (this.now() - this.#breathedAt >= batchMs) {
      await this.breathe();
      this.#breathedAt = this.now();
    }
    if (this.#queue.length === 0) return;
    const again = this.take(runner);
    this.pass();
    await again;
  }

  /** Lets the others compute while this one waits for something else, a download say. */
  async aside<T>(runner: Runner, work: Promise<T>): Promise<T> {
    this.pass();
    try {
      return await work;
    } finally {
      await this.take(runner);
    }
  }
}
