import { OptionError } from '../option-error.ts';
import type { Condition, Denoiser } from './denoiser.ts';
import type { SigmaRange } from './schedules/sigmas.ts';
import type { Uint32Source } from '../rng/uint32-source.ts';
import { sizeOf } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { drawProbes, flowStep, pointAt, type Clean, type FlowPoint, type Probes } from './probability-flow.ts';
import { ProbedIntegral, type ProbedIntegrals } from './probed-integral.ts';

/** What decides an estimate of a likelihood. */
export interface LikelihoodOptions {
  readonly condition: Condition;
  /** From where the picture counts as clean to where nothing is left of it; at most the model's range. */
  readonly range: SigmaRange;
  /** The standard deviation of the data: at sigmaMax, x counts as Gaussian with variance sigmaMax^2 + sigmaData^2. */
  readonly sigmaData: number;
  /** Runge-Kutta steps, even in log sigma. Each is made once as a whole and once in halves. */
  readonly numSteps: number;
  /** Independent estimates of the trace wherever it is needed; the error bar takes two at least. */
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
  /** One standard deviation of the above, in bits per dimension; NaN with a single probe. It holds the spread of the probes
   * and what the steps are off by. The spread over dequantisations is not in it. */
  readonly standardError: number;
}

/** The width of one of 256 levels on [-1, 1]: level q stands at q / 127.5 - 1. */
const levelWidth = 1 / 127.5;

/**
 * A picture of 8-bit values made continuous: every value is moved to the nearest of 256 levels on [-1, 1], then anywhere
 * within that level's width, so that the density's mean over the width is the level's probability. Theis et al. 2016,
 * arXiv 1511.01844, sec. 3.1. Without it, densities of whole levels are unbounded.
 */
export function dequantised({ data, shape }: Tensor, random: Uint32Source): Tensor {
  const values = data.map((value) => {
    const level = Math.round((Math.min(1, Math.max(-1, value)) + 1) / levelWidth);
    return (level + random.next() / 2 ** 32 - 0.5) * levelWidth - 1;
  });
  return { data: values, shape };
}

/** Evaluations of the denoiser that one likelihood takes. */
export function evaluationsOf({ numSteps, numProbes }: Pick<LikelihoodOptions, 'numSteps' | 'numProbes'>): number {
  // Three steps of the flow, two halves and one whole, each with three slopes and two points.
  const half = 3 + 2 * (1 + numProbes);
  const whole = 3 + 2 * (1 + 1);
  return 1 + numProbes + numSteps * (2 * half + whole);
}

/**
 * Bits per dimension of one picture by the probability-flow ODE, without automatic differentiation. Song et al. 2021,
 * arXiv 2011.13456, sec. 4.3 and app. D.2; at alpha = 1 (Karras et al. 2022, arXiv 2206.00364, eq. 3) with u = log sigma:
 * dx/du = x - D and d(log p)/du = -(d - tr J_D), followed from the picture up to sigmaMax, x by Runge and Kutta's method of
 * fourth order and the integral by Simpson's rule. The trace is v . J_D v with v of random signs (Hutchinson 1989), drawn
 * afresh at every point, so that their errors are independent and average out.
 * Every step is made in halves and, with one of the same v where they meet, as a whole. A fifteenth of the difference is, to
 * leading order, what the halves are still off by (Richardson 1911): it is taken off, and counts in the error bar.
 * Yields before the first step and after every one; ask the generator to return() and it stops between two steps.
 * @param picture [1, c, h, w], continuous values on [-1, 1]; 8-bit pixels go through `dequantised` first.
 * @param denoiser without guidance, which is no density's.
 * @throws RangeError (on the first step) when an option is out of bounds, naming it; rejections of the denoiser pass.
 */
export async function* likelihood(
  picture: Tensor,
  denoiser: Denoiser,
  options: LikelihoodOptions,
  random: Uint32Source,
): AsyncGenerator<LikelihoodProgress, void, undefined> {
  check(options, picture);
  const { numSteps, numProbes, range, condition } = options;
  const clean: Clean = async (x, sigma) =>
    (await denoiser({ data: x, shape: picture.shape }, { alpha: 1, sigma }, condition)).x0.data;
  const draw = () => drawProbes(numProbes, picture.data.length, random);
  const width = Math.log(range.sigmaMax / range.sigmaMin) / numSteps;
  const integral = new ProbedIntegral(numProbes);
  const first = (probes: Probes) => probes.slice(0, 1);
  yield { index: 0, numSteps, sigma: range.sigmaMin, nfe: 0, result: null };
  let whole = await pointAt(clean, picture.data, range.sigmaMin, draw());
  let halves = whole;
  for (let index = 0; index < numSteps; index++) {
    const sigma = range.sigmaMin * Math.exp(index * width);
    if (index > 0) yield { index, numSteps, sigma, nfe: evaluationsOf({ numSteps: index, numProbes }), result: null };
    const [quarter, middle, threeQuarters, end] = [draw(), draw(), draw(), draw()];
    const early = await flowStep(clean, halves, sigma, width / 2, { middle: quarter, end: middle });
    const sigmaMiddle = sigma * Math.exp(width / 2);
    const late = await flowStep(clean, early.end, sigmaMiddle, width / 2, { middle: threeQuarters, end });
    const atOnce = await flowStep(clean, whole, sigma, width, { middle: first(middle), end: first(end) });
    integral.addStep(
      width,
      [halves, early.middle, early.end, late.middle, late.end],
      [whole, atOnce.middle, atOnce.end],
    );
    [whole, halves] = [atOnce.end, late.end];
  }
  const result = summary(whole, halves, integral.finish(), options);
  yield { index: numSteps, numSteps, sigma: range.sigmaMax, nfe: evaluationsOf(options), result };
}

/**
 * log p(picture) = log p(x at sigmaMax) + the integral of the divergence, in bits per dimension of 8-bit pixels. x counts as
 * N(mean, sigmaMax^2 + sigmaData^2) there, and what the denoiser says of x tells the mean: x - D is sigmaMax^2 / variance of
 * x - mean.
 */
function summary(
  whole: FlowPoint,
  halves: FlowPoint,
  integral: ProbedIntegrals,
  { range, sigmaData }: LikelihoodOptions,
): Likelihood {
  const variance = range.sigmaMax ** 2 + sigmaData ** 2;
  const dimensions = halves.x.length;
  const fromMean = variance / range.sigmaMax ** 2;
  const atEnd = ({ slope }: FlowPoint) =>
    -slope.reduce((sum, value) => sum + (fromMean * value) ** 2, 0) / (2 * variance) -
    (dimensions / 2) * Math.log(2 * Math.PI * variance);
  const logDensity = atEnd(halves) + integral.halves;
  const offBy = (atEnd(halves) - atEnd(whole) + integral.difference) / 15;
  const bits = dimensions * Math.LN2;
  return {
    bitsPerDimension: -(logDensity + offBy) / bits - Math.log2(levelWidth),
    standardError: Math.hypot(Math.sqrt(integral.variance), offBy) / bits,
  };
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
