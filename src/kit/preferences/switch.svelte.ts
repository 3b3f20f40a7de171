import type { Remembered } from './remembered.ts';

/** A choice between on and off that outlives the visit. */
export class Switch {
  on = $state(false);

  /** @param otherwise what it is before anybody chose */
  constructor(
    private readonly remembered: Remembered,
    otherwise = false,
  ) {
    const saved = remembered.get();
    this.on = saved === null ? otherwise : saved === 'on';
  }

  toggle(): void {
    this.on = !this.on;
    this.remembered.set(this.on ? 'on' : 'off');
  }
}
