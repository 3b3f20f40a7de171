import { OptionError } from '../../option-error.ts';
import type { SigmaCurveId } from './index.ts';
import { betaQuantile } from './beta-quantile.ts';

/** Where a curve of noise levels begins and ends, as sigma / alpha: the noise beside a signal of scale 1. */
export interface SigmaRange {
  readonly sigmaMin: number;
  readonly sigmaMax: number;
}

/**
 * The curves, from sigmaMax down to sigmaMin, [numSteps], float32 values; the zero that ends a run is not among them.
 * @param flowShift read by flow alone; above 1 it dwells on strong noise.
 * @throws RangeError when the range is too narrow for so many different levels.
 */
export function sigmaCurve(id: SigmaCurveId, numSteps: number, range: SigmaRange, flowShift = 1): number[] {
  const curve = curves[id];
  const sigmas = Array.from({ length: numSteps }, (_, i) =>
    Math.fround(curve(numSteps === 1 ? 0 : i / (numSteps - 1), range, flowShift)),
  );
  if (sigmas.some((sigma, i) => !(sigma < (sigmas[i - 1] ?? NaN)) && i > 0)) {
    throw new OptionError(
      'sigmaMax',
      `far enough above sigmaMin (${range.sigmaMin}) for ${numSteps} levels`,
      range.sigmaMax,
    );
  }
  return sigmas;
}

/** sigma at a place from 0 (sigmaMax) to 1 (sigmaMin). */
type Curve = (place: number, range: SigmaRange, flowShift: number) => number;

/** Even steps of sigma^(1/7). Karras et al. 2022, arXiv 2206.00364, eq. 5. */
const karras: Curve = (place, { sigmaMin, sigmaMax }) => {
  const [low, high] = [sigmaMin ** (1 / 7), sigmaMax ** (1 / 7)];
  return (high + place * (low - high)) ** 7;
};

/** Even steps of log sigma, which are even steps of log SNR = -2 log sigma (Lu et al. 2022, arXiv 2206.00927). */
const geometric: Curve = (place, { sigmaMin, sigmaMax }) =>
  Math.exp(Math.log(sigmaMax) + place * (Math.log(sigmaMin) - Math.log(sigmaMax)));

/** Quantiles of a beta distribution: steps gather at both ends. Lee et al. 2024, arXiv 2407.12173. */
const beta: Curve = (place, { sigmaMin, sigmaMax }) => sigmaMin + betaQuantile(1 - place) * (sigmaMax - sigmaMin);

/** Even steps of a rectified flow's time (Liu et al. 2022, arXiv 2209.03003), shifted (Esser et al. 2024, arXiv 2403.03206, eq. 23). */
const flow: Curve = (place, { sigmaMin, sigmaMax }, shift) => {
  const timeOf = (sigma: number) => 1 / (1 + shift / sigma);
  const time = timeOf(sigmaMax) + place * (timeOf(sigmaMin) - timeOf(sigmaMax));
  return (shift * time) / (1 - time);
};

const curves: Record<SigmaCurveId, Curve> = { log_snr: geometric, exponential: geometric, karras, beta, flow };

/** sigma / alpha of every training step, ascending, [1000], rounded to float32 where diffusers rounds. */
export function trainingSigmas(bars: Float32Array): Float32Array {
  return bars.map((bar) => Math.sqrt(Math.fround(Math.fround(1 - bar) / bar)));
}

/** The training sigma at a timestep, interpolated linearly between whole ones (np.interp), rounded to float32. */
export function sigmaAt(sigmas: Float32Array, t: number): number {
  const low = Math.min(Math.floor(t), sigmas.length - 2);
  const [below = NaN, above = NaN] = sigmas.subarray(low, low + 2);
  return Math.fround((above - below) * (t - low) + below);
}
