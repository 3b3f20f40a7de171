import type { Level } from '../../engine/diffusion/denoiser.ts';

/** sigma / alpha: the noise level in units of the clean picture, the same number for every process. */
export function noiseLevel(level: Level): number {
  return level.sigma / level.alpha;
}
