import { vi } from 'vitest';

/** A display that shows a frame when a test says so, and the clock that goes with it. */
export class Display {
  #frames: ((now: number) => void)[] = [];
  #now = 0;

  constructor() {
    vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => this.#frames.push(frame));
    vi.stubGlobal('cancelAnimationFrame', () => (this.#frames = []));
    vi.spyOn(performance, 'now').mockImplementation(() => this.#now);
  }

  /** Shows one frame after so many milliseconds. */
  show(milliseconds: number): void {
    this.#now += milliseconds;
    const due = this.#frames;
    this.#frames = [];
    for (const frame of due) frame(this.#now);
  }
}
