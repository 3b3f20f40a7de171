import type { Level } from '../denoiser.ts';
import { zip } from '../../tensor.ts';
import type { Tensor } from '../../tensor.ts';

/** Half of the log signal-to-noise ratio, log(alpha / sigma): the time of DPM-Solver and its kin. Infinite when clean. */
export function lambdaOf({ alpha, sigma }: Level): number {
  return Math.log(alpha / sigma);
}

/** The noise that a picture holds if x0 is right: (x - alpha x0) / sigma. */
export function epsilonOf(x: Tensor, x0: Tensor, { alpha, sigma }: Level): Tensor {
  return zip(x, x0, (value, clean) => (value - alpha * clean) / sigma);
}

/** The weights of x and of the noise in it on the way to another level: DDIM's step. Song et al. 2021, eq. 12. */
export function transfer(level: Level, next: Level): readonly [fromX: number, fromEpsilon: number] {
  const fromX = next.alpha / level.alpha;
  return [fromX, next.sigma - fromX * level.sigma];
}
