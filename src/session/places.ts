/** What of the browser's history is written. */
export type Journal = Pick<History, 'pushState' | 'replaceState'>;

/** Milliseconds after which an address is offered again to a browser that refused it. */
const later = 2000;

/**
 * The places that the browser's back leads to. A key that is held makes one, however often it repeats. A browser that
 * refuses (Safari does after 100 in ten seconds) is asked again later, for the newest address alone.
 */
export class Places {
  /** Whether the key that is down repeats: what it changes belongs to the place that its first press made. */
  #repeating = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly journal: Journal = history) {}

  /** To be told of every key that goes down, before whatever it does. */
  readonly keydown = ({ repeat }: Pick<KeyboardEvent, 'repeat'>): void => {
    this.#repeating = repeat;
  };

  /** To be told when a key goes up, and when the pointer goes down. */
  readonly release = (): void => {
    this.#repeating = false;
  };

  /** Makes an address the newest place. @param state plain data that comes back with it */
  go(address: string, state: unknown = null): void {
    clearTimeout(this.#timer);
    try {
      if (this.#repeating) this.journal.replaceState(state, '', address);
      else this.journal.pushState(state, '', address);
    } catch {
      this.#timer = setTimeout(() => {
        try {
          this.journal.replaceState(state, '', address);
        } catch {
          // The address then stays behind until the next change.
        }
      }, later);
    }
  }
}
