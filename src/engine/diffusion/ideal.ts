import { OptionError } from '../option-error.ts';
import type { Denoiser, Level } from './denoiser.ts';
import { sizeOf } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/**
 * The best possible denoiser of a finite data set, in closed form; no network. Karras et al. 2022, arXiv 2206.00364,
 * app. B.3: D = sum_i softmax_i(-|x - alpha y_i|^2 / 2 sigma^2) y_i. It knows no condition.
 * @param pictures the data, at least one; each of the size of one picture of x: [c, h, w] flat, or n = 1.
 * @throws RangeError when there are none, or (rejects) when sizes differ.
 */
export function idealDenoiser(pictures: readonly Float32Array[]): Denoiser {
  if (pictures.length === 0) throw new RangeError('pictures: at least one, got none');
  return async (x, level) => {
    const size = sizeOf(x.shape) / x.shape[0];
    const x0 = new Float32Array(x.data.length);
    for (let start = 0; start < x.data.length; start += size) {
      x0.set(posteriorMean(x.data.subarray(start, start + size), pictures, level), start);
    }
    return { x0: { data: x0, shape: x.shape } };
  };
}

function posteriorMean(x: Float32Array, pictures: readonly Float32Array[], { alpha, sigma }: Level): Float64Array {
  const logits = pictures.map((y) => -squaredDistance(x, y, alpha) / (2 * sigma ** 2));
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logits.map((logit) => Math.exp(logit - largest));
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = new Float64Array(x.length);
  for (const [k, y] of pictures.entries()) {
    const weight = (weights[k] ?? NaN) / total;
    if (weight === 0) continue;
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? NaN) + weight * (y[i] ?? NaN);
  }
  return mean;
}

function squaredDistance(x: Float32Array, y: Float32Array, alpha: number): number {
  if (x.length !== y.length) throw new OptionError('pictures', `${x.length} values each`, y.length);
  return x.reduce((sum, value, i) => sum + (value - alpha * (y[i] ?? NaN)) ** 2, 0);
}

/**
 * The exact denoiser of independent Gaussian data, N(mean, deviation^2) in every value: the test of orders of
 * convergence, whose probability flow has a closed form.
 */
export function gaussianDenoiser(mean: number, deviation: number): Denoiser {
  return async (x: Tensor, { alpha, sigma }) => {
    const gain = (alpha * deviation ** 2) / (alpha ** 2 * deviation ** 2 + sigma ** 2);
    return { x0: { data: x.data.map((value) => mean + gain * (value - alpha * mean)), shape: x.shape } };
  };
}
