import type { Level } from '../../engine/diffusion/denoiser.ts';
import { displayScale } from '../../engine/diffusion/forward.ts';
import { remembered } from '../../kit/preferences/remembered.ts';

const saved = remembered('raw-scale');

/** Whether x_t is shown as it is, where high noise saturates, and not divided by what it is expected to measure. */
class RawScale {
  on = $state(saved.get() === 'on');

  toggle(): void {
    this.on = !this.on;
    saved.set(this.on ? 'on' : 'off');
  }

  /** The value of x_t at that level that is shown as full. */
  rangeOf(level: Level, sigmaData: number): number {
    return this.on ? 1 : displayScale(level, sigmaData);
  }
}

export const rawScale = new RawScale();
