/** What is being played: how far it goes, how much of it is there, how long each frame stays. */
export interface Reel {
  /** The last frame there will be. */
  readonly last: number;
  /** The last frame that has arrived. */
  readonly available: number;
  /** Milliseconds to stay on a frame at speed 1. */
  dwell(index: number): number;
}

export const speeds = [0.25, 0.5, 1, 2, 4] as const;

/** Milliseconds that the end of a loop is held. */
const hold = 1200;

/** The playhead. It runs on the display's clock, waits for frames that have not arrived, and never outruns them. */
export class Player {
  index = $state(0);
  playing = $state(false);
  speed = $state(1);
  loop = $state(false);
  /** Reverse plays towards the picture, 1; forward towards the noise, -1. */
  direction = $state<1 | -1>(1);
  #waited = 0;
  #previous = 0;
  #handle = 0;

  constructor(private readonly reel: () => Reel) {}

  get atEnd(): boolean {
    return this.direction === 1 ? this.index >= this.reel().last : this.index <= 0;
  }

  play(): void {
    if (this.atEnd) this.rewind();
    this.playing = true;
    this.#previous = performance.now();
    this.#waited = 0;
    cancelAnimationFrame(this.#handle);
    this.#handle = requestAnimationFrame((now) => this.#tick(now));
  }

  pause(): void {
    this.playing = false;
    cancelAnimationFrame(this.#handle);
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  /** To where this direction starts. */
  rewind(): void {
    this.index = this.direction === 1 ? 0 : this.reel().last;
  }

  /** Goes to a frame by hand, which ends playing. */
  seek(index: number): void {
    this.pause();
    this.index = Math.min(this.reel().last, Math.max(0, Math.round(index)));
  }

  #tick(now: number): void {
    if (!this.playing) return;
    const { last, available, dwell } = this.reel();
    this.#waited += Math.min(now - this.#previous, 250) * this.speed;
    this.#previous = now;
    let due = this.atEnd ? hold : dwell(this.index);
    while (this.#waited >= due) {
      if (this.atEnd) {
        if (!this.loop) return this.pause();
        this.rewind();
      } else {
        const next = this.index + this.direction;
        if (next > available && next <= last) break;
        this.index = next;
      }
      this.#waited -= due;
      if (this.atEnd && !this.loop) return this.pause();
      due = this.atEnd ? hold : Math.max(1, dwell(this.index));
    }
    this.#waited = Math.min(this.#waited, due);
    this.#handle = requestAnimationFrame((time) => this.#tick(time));
  }
}
