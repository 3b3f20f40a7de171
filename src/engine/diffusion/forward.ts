import { OptionError } from '../option-error.ts';
import type { Level } from './denoiser.ts';
import { zip } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/**
 * The forward process, a draw from q(x_t | x_0): alpha x0 + sigma noise. Ho et al. 2020, arXiv 2006.11239, eq. 4.
 * @throws RangeError when picture and noise differ in size.
 */
export function noised(x0: Tensor, noise: Tensor, { alpha, sigma }: Level): Tensor {
  if (x0.data.length !== noise.data.length) {
    throw new OptionError('noise', `${x0.data.length} values like the picture`, noise.data.length);
  }
  return zip(x0, noise, (value, n) => alpha * value + sigma * n);
}

/**
 * What to divide x by before painting it, so that high noise does not saturate: its expected root mean square over that
 * of the clean data, sqrt(alpha^2 sigmaData^2 + sigma^2) / sigmaData. 1 at the clean end.
 */
export function displayScale({ alpha, sigma }: Level, sigmaData: number): number {
  return Math.hypot(alpha * sigmaData, sigma) / sigmaData;
}
