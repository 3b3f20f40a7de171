import type { Remembered } from './remembered.ts';

/** Whether x_t is shown as it is, where high noise saturates, and not divided by the size it is expected to have. */
export class RawScale {
  on = $state(false);

  constructor(private readonly remembered: Remembered) {
    this.on = remembered.get() === 'on';
  }

  toggle(): void {
    this.on = !this.on;
    this.remembered.set(this.on ? 'on' : 'off');
  }
}
