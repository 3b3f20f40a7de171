import type { Level } from '../../engine/diffusion/denoiser.ts';
import { displayScale } from '../../engine/diffusion/forward.ts';

/** The value of x_t at that level that is shown as full. `raw`: as it is, so that strong noise saturates. */
export function shownRange(level: Level, sigmaData: number, raw: boolean): number {
  return raw ? 1 : displayScale(level, sigmaData);
}
