import type { BetaScheduleId, SigmaScheduleId } from './index.ts';
import { alphaBars } from './betas.ts';

/** Where a curve of noise levels begins and ends, as sigma / alpha: the noise beside a signal of scale 1. */
export interface SigmaRange {
  readonly sigmaMin: number;
  readonly sigmaMax: number;
}

const rho = 7;

/**
 * The curves, from sigmaMax down to sigmaMin, [numSteps], float32 values; the zero that ends a run is not among them.
 * karras: Karras et al. 2022, arXiv 2206.00364, eq. 5, rho = 7. exponential and log_snr: even steps of log sigma, which
 * are even steps of log SNR = -2 log sigma (Lu et al. 2022, arXiv 2206.00927): two names of one curve, as in diffusers.
 */
export function sigmaCurve(
  schedule: Exclude<SigmaScheduleId, 'betas'>,
  numSteps: number,
  { sigmaMin, sigmaMax }: SigmaRange,
): number[] {
  const curve = schedule === 'karras' ? karras : geometric;
  return Array.from({ length: numSteps }, (_, i) =>
    Math.fround(curve(numSteps === 1 ? 0 : i / (numSteps - 1), sigmaMin, sigmaMax)),
  );
}

function karras(at: number, sigmaMin: number, sigmaMax: number): number {
  const [low, high] = [sigmaMin ** (1 / rho), sigmaMax ** (1 / rho)];
  return (high + at * (low - high)) ** rho;
}

function geometric(at: number, sigmaMin: number, sigmaMax: number): number {
  return Math.exp(Math.log(sigmaMax) + at * (Math.log(sigmaMin) - Math.log(sigmaMax)));
}

/** sigma / alpha of every training step, [1000], ascending, rounded to float32 where diffusers rounds. */
export function trainingSigmas(betas: BetaScheduleId): Float32Array {
  return alphaBars(betas).map((alphaBar) => Math.sqrt(Math.fround(Math.fround(1 - alphaBar) / alphaBar)));
}

/** The training sigma at a timestep, interpolated linearly between whole ones (np.interp), rounded to float32. */
export function sigmaAt(sigmas: Float32Array, t: number): number {
  const low = Math.min(Math.floor(t), sigmas.length - 2);
  const [below = NaN, above = NaN] = sigmas.subarray(low, low + 2);
  return Math.fround((above - below) * (t - low) + below);
}
