import { OptionError } from '../option-error.ts';
import type { Denoiser } from './denoiser.ts';
import { sizeOf } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/** How estimates of x0 are kept within the range of pictures. */
export type Thresholding =
  /** Cut off at -range and range. */
  | { readonly kind: 'clip'; readonly range: number }
  /** Each picture scaled by the quantile of its absolute values where that is above 1, at most by `max`, then cut off. */
  | { readonly kind: 'dynamic'; readonly quantile: number; readonly max: number };

/**
 * A denoiser whose x0 stays in range; the parts that guidance made stay as they are.
 * dynamic: Saharia et al. 2022, arXiv 2205.11487, sec. 2.3, as diffusers does it.
 * @throws RangeError when range, quantile or max is out of bounds, naming it.
 */
export function thresholded(denoiser: Denoiser, thresholding: Thresholding): Denoiser {
  check(thresholding);
  return async (x, level, condition) => {
    const denoised = await denoiser(x, level, condition);
    return { ...denoised, x0: apply(denoised.x0, thresholding) };
  };
}

function apply(x0: Tensor, thresholding: Thresholding): Tensor {
  const data = new Float32Array(x0.data.length);
  const size = sizeOf(x0.shape) / x0.shape[0];
  for (let start = 0; start < data.length; start += size) {
    const picture = x0.data.subarray(start, start + size);
    const limit = thresholding.kind === 'clip' ? thresholding.range : limitOf(picture, thresholding);
    const scale = thresholding.kind === 'clip' ? 1 : limit;
    data.set(
      picture.map((value) => Math.min(limit, Math.max(-limit, value)) / scale),
      start,
    );
  }
  return { data, shape: x0.shape };
}

function limitOf(picture: Float32Array, { quantile, max }: { quantile: number; max: number }): number {
  const sorted = picture.map(Math.abs).sort();
  const place = quantile * (sorted.length - 1);
  const [low = NaN, high = low] = sorted.subarray(Math.floor(place), Math.floor(place) + 2);
  const value = low + (high - low) * (place - Math.floor(place));
  return Math.min(max, Math.max(1, value));
}

function check(thresholding: Thresholding): void {
  if (thresholding.kind === 'clip') {
    if (!(thresholding.range > 0)) throw new OptionError('range', 'above 0', thresholding.range);
    return;
  }
  const { quantile, max } = thresholding;
  if (!(quantile >= 0 && quantile <= 1)) throw new OptionError('quantile', '0 to 1', quantile);
  if (!(max >= 1)) throw new OptionError('max', 'at least 1', max);
}
