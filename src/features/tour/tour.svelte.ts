import type { Playground } from '../playground/index.ts';
import { stops, type Glance, type Stop } from './logic/stops.ts';

/** A walk through the stops, on a page that goes on living. */
export class Tour {
  /** The place among the stops; null while nobody is on tour. */
  place = $state<number | null>(null);
  /** Whether the thing to do at this stop was done. */
  done = $state(false);
  readonly stop = $derived<Stop | null>(this.place === null ? null : (stops[this.place] ?? null));
  #opened = $state.raw<string | null>(null);
  #before: Glance | null = null;

  constructor(private readonly of: () => Pick<Playground, 'player' | 'recipe'>) {}

  get now(): Glance {
    const { player, recipe } = this.of();
    return { index: player.index, playing: player.playing, recipe, opened: this.#opened };
  }

  /** Goes to a stop; past the last one the tour is over. */
  go(place: number): void {
    this.place = place < stops.length ? Math.max(0, place) : null;
    this.done = false;
    this.#opened = null;
    this.#before = this.now;
  }

  leave(): void {
    this.place = null;
  }

  /** Looks whether the thing was done. Once done it stays so. */
  look(): void {
    const { now } = this;
    if (this.stop !== null && this.#before !== null && this.stop.done(this.#before, now)) this.done = true;
  }

  /** The visitor opened something. */
  opened(what: string): void {
    this.#opened = what;
  }
}
