import { OptionError } from '../option-error.ts';
import type { Condition, Denoiser, Level } from './denoiser.ts';
import { sizeOf, zip } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/** How strongly to follow the condition, and away from what. */
export interface GuidanceOptions {
  /** 1 is off: one evaluation a call. Otherwise two. */
  readonly scale: number;
  /** What takes the place of "none", [V]. */
  readonly negative?: Condition | undefined;
  /** 0 .. 1: how far each picture's contrast is brought back to the conditional estimate's. 0 unless told. */
  readonly rescale?: number | undefined;
  /** The noise levels, as sigma / alpha, where guidance is on; outside it is off. Everywhere unless told. */
  readonly interval?: { readonly low: number; readonly high: number } | undefined;
}

/**
 * Classifier-free guidance. Ho and Salimans 2022, arXiv 2207.12598: x0 = u + scale (c - u), the same in x0 as in epsilon.
 * The two evaluations, without and with the condition, stay visible as `parts`.
 * rescale: Lin et al. 2023, arXiv 2305.08891, sec. 3.4, on x0. interval: Kynkaanniemi et al. 2024, arXiv 2404.07724.
 * @throws RangeError when scale, rescale or interval is out of bounds, naming it.
 */
export function guided(denoiser: Denoiser, options: GuidanceOptions): Denoiser {
  check(options);
  const { scale, negative, rescale = 0, interval } = options;
  if (scale === 1) return denoiser;
  return async (x, level, condition) => {
    if (interval && !within(level, interval)) return denoiser(x, level, condition);
    const { x0: unconditional } = await denoiser(x, level, negative ?? new Float32Array(condition.length));
    const { x0: conditional } = await denoiser(x, level, condition);
    const x0 = zip(unconditional, conditional, (u, c) => u + scale * (c - u));
    return { x0: rescale === 0 ? x0 : rescaled(x0, conditional, rescale), parts: { unconditional, conditional } };
  };
}

/** Room for the rounding of sigma / alpha at the ends of an interval. */
const slack = 1e-6;

function within({ alpha, sigma }: Level, { low, high }: { low: number; high: number }): boolean {
  const noise = sigma / alpha;
  return noise >= low * (1 - slack) && noise <= high * (1 + slack);
}

function rescaled(x0: Tensor, conditional: Tensor, share: number): Tensor {
  const data = new Float32Array(x0.data.length);
  const size = sizeOf(x0.shape) / x0.shape[0];
  for (let start = 0; start < data.length; start += size) {
    const picture = x0.data.subarray(start, start + size);
    const ratio = deviation(conditional.data.subarray(start, start + size)) / deviation(picture);
    const factor = share * ratio + 1 - share;
    data.set(
      picture.map((value) => factor * value),
      start,
    );
  }
  return { data, shape: x0.shape };
}

function deviation(values: Float32Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}

function check({ scale, rescale = 0, interval }: GuidanceOptions): void {
  if (!Number.isFinite(scale)) throw new OptionError('guidanceScale', 'a finite number', scale);
  if (!(rescale >= 0 && rescale <= 1)) throw new OptionError('guidanceRescale', '0 to 1', rescale);
  if (interval && !(interval.low >= 0 && interval.high >= interval.low)) {
    throw new OptionError('guidanceInterval', '0 <= low <= high', `${interval.low} to ${interval.high}`);
  }
}
