import type { Condition, Denoiser, Level } from './denoiser.ts';
import { zip } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/** A raw network: what it says of x at its own measure of noise (sigma, or a training timestep), the shape of x. */
export type Network = (x: Tensor, noise: number, condition: Condition) => Promise<Tensor>;

/** A level that the model cannot be asked about. */
export class LevelRangeError extends RangeError {
  override readonly name = 'LevelRangeError';
  constructor(
    /** sigma / alpha of the level; Infinity where alpha is 0. */
    readonly sigma: number,
    /** What would be accepted, in words. */
    readonly accepted: string,
  ) {
    super(`sigma: ${accepted}, got ${sigma}`);
  }
}

/** Room for the rounding of sigma / alpha at the ends of a range. */
const slack = 1e-6;

/**
 * A network D(x, sigma) -> x0 that was trained at alpha = 1 (Karras et al. 2022, arXiv 2206.00364): fed x / alpha and
 * sigma / alpha.
 * @throws LevelRangeError (rejects) for alpha = 0 and for levels out of [sigmaMin, sigmaMax].
 */
export function fromUnitAlpha(network: Network, range: { sigmaMin: number; sigmaMax: number }): Denoiser {
  return async (x, { alpha, sigma }, condition) => {
    const noise = alpha === 0 ? Infinity : sigma / alpha;
    if (!(noise >= range.sigmaMin * (1 - slack) && noise <= range.sigmaMax * (1 + slack))) {
      throw new LevelRangeError(noise, `${range.sigmaMin} to ${range.sigmaMax}`);
    }
    return { x0: await network(scaled(x, 1 / alpha), noise, condition) };
  };
}

/** What a network of a diffusers model says; it sees x scaled to alpha^2 + sigma^2 = 1 and a training timestep. */
export type Prediction = 'epsilon' | 'v_prediction' | 'sample';

/**
 * A network trained on discrete timesteps: epsilon (Ho et al. 2020, arXiv 2006.11239), v (Salimans and Ho 2022,
 * arXiv 2202.00512) or x0 itself.
 * @param timestepOf the training timestep of a level, possibly fractional.
 * @throws LevelRangeError (rejects) for epsilon at alpha = 0, where x holds nothing of x0.
 */
export function fromPrediction(
  network: Network,
  prediction: Prediction,
  timestepOf: (level: Level) => number,
): Denoiser {
  return async (x, level, condition) => {
    if (prediction === 'epsilon' && level.alpha === 0) throw new LevelRangeError(Infinity, 'finite for epsilon');
    const scale = 1 / Math.hypot(level.alpha, level.sigma);
    const output = await network(scaled(x, scale), timestepOf(level), condition);
    if (prediction === 'sample') return { x0: output };
    if (prediction === 'epsilon') return { x0: weighted(x, 1 / level.alpha, output, -level.sigma / level.alpha) };
    return { x0: weighted(x, level.alpha * scale ** 2, output, -level.sigma * scale) };
  };
}

/**
 * A network that says the velocity u = n - x0 of a rectified flow (Liu et al. 2022, arXiv 2209.03003), fed x scaled to
 * alpha + sigma = 1 and that sigma: x0 = x - sigma u.
 */
export function fromFlow(network: Network): Denoiser {
  return async (x, { alpha, sigma }, condition) => {
    const scale = 1 / (alpha + sigma);
    const output = await network(scaled(x, scale), sigma * scale, condition);
    return { x0: weighted(x, scale, output, -sigma * scale) };
  };
}

function scaled(x: Tensor, factor: number): Tensor {
  return factor === 1 ? x : { data: x.data.map((value) => value * factor), shape: x.shape };
}

function weighted(a: Tensor, weightA: number, b: Tensor, weightB: number): Tensor {
  return zip(a, b, (valueA, valueB) => weightA * valueA + weightB * valueB);
}
