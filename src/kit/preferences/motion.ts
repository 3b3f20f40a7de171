import { MediaQuery } from 'svelte/reactivity';

/** Whether the visitor asked for no motion. Then nothing plays: a run ends in a contact sheet. */
export class Motion {
  readonly #reduced = new MediaQuery('(prefers-reduced-motion: reduce)', false);

  get reduced(): boolean {
    return this.#reduced.current;
  }
}
