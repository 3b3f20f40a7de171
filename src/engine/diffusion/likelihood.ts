import { OptionError } from '../option-error.ts';
import type { Condition, Denoiser } from './denoiser.ts';
import type { SigmaRange } from './schedules/sigmas.ts';
import { sizeOf } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/** Where random words come from: uint32, uniform; an MT19937 is one. */
export interface Words {
  next(): number;
}

/** What decides an estimate of a likelihood. */
export interface LikelihoodOptions {
  readonly condition: Condition;
  /** From where the picture counts as clean to where nothing is left of it; at most the model's range. */
  readonly range: SigmaRange;
  /** The standard deviation of the data: at sigmaMax, x counts as N(0, sigmaMax^2 + sigmaData^2). */
  readonly sigmaData: number;
  /** Heun steps, even in log sigma. */
  readonly numSteps: number;
  /** Independent estimates of the trace in every step; the error bar is their spread, so it takes two at least. */
  readonly numProbes: number;
}

/** How far an estimate is; with its result after the last step. */
export interface LikelihoodProgress {
  /** Steps done, 0 .. numSteps. */
  readonly index: number;
  readonly numSteps: number;
  /** sigma where x is now. */
  readonly sigma: number;
  /** Evaluations of the denoiser so far. */
  readonly nfe: number;
  /** Null until the last step is done. */
  readonly result: Likelihood | null;
}

export interface Likelihood {
  /** Bits per dimension of 8-bit pixels: what an ideal coder would spend on each value. The lower, the likelier. */
  readonly bitsPerDimension: number;
  /** Standard error of the above from the probes' spread, in bits per dimension; NaN with a single probe. The error of the
   * steps, which more of them lower, is not in it, nor is the spread over dequantisations. */
  readonly standardError: number;
}

/** The width of one of 256 levels on [-1, 1]: level q stands at q / 127.5 - 1. */
const levelWidth = 1 / 127.5;

/**
 * A picture of 8-bit values made continuous: every value is moved to the nearest of 256 levels on [-1, 1], then anywhere
 * within that level's width, so that the density's mean over the width is the level's probability. Theis et al. 2016,
 * arXiv 1511.01844, sec. 3.1. Without it, densities of whole levels are unbounded.
 */
export function dequantised({ data, shape }: Tensor, words: Words): Tensor {
  const values = data.map((value) => {
    const level = Math.round((Math.min(1, Math.max(-1, value)) + 1) / levelWidth);
    return (level + words.next() / 2 ** 32 - 0.5) * levelWidth - 1;
  });
  return { data: values, shape };
}

/**
 * Bits per dimension of one picture by the probability-flow ODE, without automatic differentiation. Song et al. 2021,
 * arXiv 2011.13456, sec. 4.3 and app. D.2; in sigma at alpha = 1 (Karras et al. 2022, arXiv 2206.00364, eq. 3):
 * dx/dsigma = (x - D) / sigma and d(log p)/dsigma = -(d - tr J_D) / sigma, followed by Heun's method from the picture up to
 * sigmaMax. The trace is v . J_D v with v of random signs (Hutchinson 1989), J_D v a forward difference over 0.01 sigma.
 * Each step costs 2 (1 + numProbes) evaluations. Yields before the first step and after every one; ask the generator to
 * return() and it stops between two steps.
 * @param picture [1, c, h, w], continuous values on [-1, 1]; 8-bit pixels go through `dequantised` first.
 * @param denoiser without guidance, which is no density's.
 * @throws RangeError (on the first step) when an option is out of bounds, naming it; rejections of the denoiser pass.
 */
export async function* likelihood(
  picture: Tensor,
  denoiser: Denoiser,
  options: LikelihoodOptions,
  words: Words,
): AsyncGenerator<LikelihoodProgress, void, undefined> {
  check(options, picture);
  const { numSteps, numProbes, range, condition } = options;
  const clean: Clean = async (x, sigma) =>
    (await denoiser({ data: x, shape: picture.shape }, { alpha: 1, sigma }, condition)).x0.data;
  const sigmaAt = (k: number) => range.sigmaMin * (range.sigmaMax / range.sigmaMin) ** (k / numSteps);
  let x = picture.data;
  let integrals = Array.from({ length: numProbes }, () => 0);
  for (let index = 0; index < numSteps; index++) {
    const [sigma, sigmaNext] = [sigmaAt(index), sigmaAt(index + 1)];
    const nfe = 2 * (1 + numProbes) * index;
    yield { index, numSteps, sigma, nfe, result: null };
    const h = sigmaNext - sigma;
    // Fresh ones every step, so that their errors average out along the way.
    const probes = Array.from({ length: numProbes }, () => signs(x.length, words));
    const here = await slopeAt(clean, x, sigma, probes);
    const there = await slopeAt(clean, moved(x, h, here.x), sigmaNext, probes);
    x = moved(moved(x, h / 2, here.x), h / 2, there.x);
    integrals = integrals.map(
      (sum, k) => sum + (h / 2) * ((here.divergences[k] ?? NaN) + (there.divergences[k] ?? NaN)),
    );
  }
  const result = summary(x, integrals, options);
  yield { index: numSteps, numSteps, sigma: range.sigmaMax, nfe: 2 * (1 + numProbes) * numSteps, result };
}

/** The estimate of the clean picture at alpha = 1. */
type Clean = (x: Float32Array, sigma: number) => Promise<Float32Array>;

/** dx/dsigma, and its divergence as each probe sees it. */
async function slopeAt(clean: Clean, x: Float32Array, sigma: number, probes: readonly Float32Array[]) {
  const x0 = await clean(x, sigma);
  const step = 0.01 * sigma;
  const divergences: number[] = [];
  for (const probe of probes) {
    const shifted = await clean(moved(x, step, probe), sigma);
    const trace = probe.reduce((sum, sign, i) => sum + sign * ((shifted[i] ?? NaN) - (x0[i] ?? NaN)), 0) / step;
    divergences.push((x.length - trace) / sigma);
  }
  return { x: x.map((value, i) => (value - (x0[i] ?? NaN)) / sigma), divergences };
}

/** log p(picture) = log N(x; 0, variance) + the integral of the divergence, in bits per dimension of 8-bit pixels. */
function summary(x: Float32Array, integrals: readonly number[], { range, sigmaData }: LikelihoodOptions): Likelihood {
  const variance = range.sigmaMax ** 2 + sigmaData ** 2;
  const squares = x.reduce((sum, value) => sum + value ** 2, 0);
  const atEnd = -squares / (2 * variance) - (x.length / 2) * Math.log(2 * Math.PI * variance);
  const toBits = (nats: number) => -nats / (x.length * Math.LN2) - Math.log2(levelWidth);
  const bits = integrals.map((integral) => toBits(atEnd + integral));
  const mean = bits.reduce((a, b) => a + b, 0) / bits.length;
  const squaredErrors = bits.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return {
    bitsPerDimension: mean,
    standardError: Math.sqrt(squaredErrors / (bits.length - 1) / bits.length),
  };
}

function moved(x: Float32Array, step: number, direction: Float32Array): Float32Array {
  return x.map((value, i) => value + step * (direction[i] ?? NaN));
}

/** -1 or 1, each as likely (Rademacher). */
function signs(length: number, words: Words): Float32Array {
  return Float32Array.from({ length }, () => (words.next() >>> 31 ? 1 : -1));
}

function check({ numSteps, numProbes, range, sigmaData }: LikelihoodOptions, { shape }: Tensor): void {
  const whole = (value: number) => Number.isInteger(value) && value >= 1;
  if (shape[0] !== 1 || sizeOf(shape) === 0) throw new RangeError(`picture: one, got [${shape.join(', ')}]`);
  if (!whole(numSteps)) throw new OptionError('numSteps', 'a whole number from 1', numSteps);
  if (!whole(numProbes)) throw new OptionError('numProbes', 'a whole number from 1', numProbes);
  if (!(sigmaData > 0)) throw new OptionError('sigmaData', 'above 0', sigmaData);
  if (!(range.sigmaMin > 0)) throw new OptionError('sigmaMin', 'above 0', range.sigmaMin);
  if (!(range.sigmaMax > range.sigmaMin && range.sigmaMax < Infinity)) {
    throw new OptionError('sigmaMax', `above sigmaMin (${range.sigmaMin}) and finite`, range.sigmaMax);
  }
}
