import { OptionError } from '../option-error.ts';
import type { Denoiser, Level } from './denoiser.ts';
import { levelsOf, placesOf, trainingLevels } from './levels.ts';
import type { Point } from './levels.ts';
import { fromFlow, fromPrediction } from './predictions.ts';
import { largestDifference, largestError } from '../largest-error.ts';
import { run } from './run.ts';
import { samplers } from './samplers/index.ts';
import { completeOptions } from './samplers/options.ts';
import { tensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { thresholded } from './thresholding.ts';
import type { Trace } from './traces.ts';

/** What the errors of any step, of its level and of a whole run must not exceed, for every sampler alike. */
export const tolerances = { step: 1e-5, level: 2e-6, run: 1e-4 } as const;

/** How well the same run is made here. */
export interface Replay {
  /** Per step, made from the trace's own x, network outputs and noise: max |error| / max(1, max |x|). */
  readonly errors: readonly number[];
  /** The largest difference of a level, relative where it is above 1; of the run's points and of every call. */
  readonly levelError: number;
}

/** What makes diffusers' own arithmetic of a run; it churns at all levels unless told. */
function asDiffusers<T extends Trace['options']>(options: T) {
  return { sTmin: 0, sTmax: Infinity, ...options, follow: 'diffusers' } as const;
}

/** Makes every step of a trace again, as diffusers makes it. */
export async function replay(trace: Trace): Promise<Replay> {
  const { defaults, solve } = samplers[trace.sampler];
  const points = pointsOf(trace);
  const errors: number[] = [];
  let [call, levelError, index] = [0, 0, 0];
  const noises = [...trace.noises];
  const network = () => Promise.resolve(trace.outputs[call] ?? tensor([0, 0, 0, 0]));
  const adapter = trace.prediction === 'flow' ? fromFlow(network) : fromPrediction(network, trace.prediction, () => 0);
  const { thresholding } = trace.options;
  const denoiser = thresholding ? thresholded(adapter, thresholding) : adapter;
  const step = solve({
    options: completeOptions(asDiffusers(trace.options), defaults),
    levelAt: trainingLevels({ sampler: trace.sampler, ...levelDefaults, ...trace.options }),
    noise: () => scaled(noises.shift(), trace.options.noiseTemperature ?? 1),
    denoise: async (x, level) => {
      const [ofStep = NaN, alpha = NaN, sigma = NaN] = trace.calls[call] ?? [];
      levelError = Math.max(levelError, ofStep === index ? levelDifference(level, { alpha, sigma }) : Infinity);
      const { x0 } = await denoiser(x, level, new Float32Array(0));
      call++;
      return x0;
    },
  });
  for (const place of placesOf(points)) {
    index = place.index;
    const [x, expected] = [trace.xs[index], trace.xs[index + 1]];
    if (!x || !expected) throw new OptionError('xs', `${trace.options.numSteps + 1} tensors`, trace.xs.length);
    const made = await step(x, place);
    errors.push(errorOf(made.x, x, expected));
    // A draw that has no weight is not made here.
    const drawn = trace.calls.slice(0, call).reduce((sum, [, , , drew]) => sum + drew, 0);
    noises.splice(0, noises.length, ...trace.noises.slice(drawn));
  }
  return { errors, levelError: Math.max(levelError, levelDifference(points.at(-1)?.level, trace.end)) };
}

/** Where a trace does not say it. */
export const levelDefaults = { sigmas: 'betas', betas: 'linear', spacing: 'leading' } as const;

function pointsOf(trace: Trace): Point[] {
  const { numSteps } = trace.options;
  if (!trace.fromTrace) return levelsOf({ sampler: trace.sampler, ...levelDefaults, ...trace.options });
  const levels = Array.from({ length: numSteps }, (_, index): Level => {
    const [, alpha = NaN, sigma = NaN] = trace.calls.find(([step]) => step === index) ?? [];
    return { alpha, sigma };
  });
  return [...levels, trace.end].map((level, k) => ({ t: null, level, next: [...levels, trace.end][k + 1] ?? null }));
}

/** How far a level is from another, relative where that is above 1. */
export function levelDifference(level: Level | undefined, expected: Level): number {
  if (!level) return Infinity;
  const relative = (a: number, b: number) => Math.abs(a - b) / Math.max(1, Math.abs(b));
  return Math.max(relative(level.alpha, expected.alpha), relative(level.sigma, expected.sigma));
}

/** max |error| / max(1, max |x|), of what was made of x and what should have been; NaN where any of it is not finite. */
export function errorOf(made: Tensor, x: Tensor, expected: Tensor): number {
  const largest = largestError([1, ...x.data.map(Math.abs), ...expected.data.map(Math.abs)]);
  // An infinite picture would make any error next to nothing.
  return largest < Infinity ? largestDifference(made.data, expected.data) / largest : NaN;
}

function scaled(noise: Tensor | undefined, factor: number): Tensor {
  if (!noise) throw new RangeError('noises: one for every draw, got fewer');
  return { data: noise.data.map((value) => value * factor), shape: noise.shape };
}

/** The made-up network of the traces: close to the exact denoiser of N(0.3, 0.25), and bent. Same formula as there. */
export const exampleDenoiser: Denoiser = (x, { alpha, sigma }) => {
  const s = sigma / alpha;
  const gain = 0.25 / (0.25 + s ** 2);
  const data = x.data.map((value) => {
    if (alpha === 0) return 0.3;
    const y = value / alpha;
    return 0.3 + gain * (y - 0.3) + ((0.2 * s) / (1 + s)) * Math.sin((2 * y) / (1 + s));
  });
  return Promise.resolve({ x0: { data, shape: x.shape } });
};

/**
 * Makes the whole run of a trace from its seed, freely: own noise, own levels, the network of the traces.
 * @returns the error of the finished picture, max |error| / max(1, max |x|).
 */
export async function rerun(trace: Trace, seed: number): Promise<number> {
  const [start, end] = [trace.xs[0], trace.xs.at(-1)];
  if (!start || !end) throw new RangeError('xs: two or more, got fewer');
  const fixed = { shape: start.shape, seed, condition: new Float32Array(0), guidanceScale: 1, sampler: trace.sampler };
  let last = start;
  for await (const { x } of run({ ...levelDefaults, ...fixed, ...asDiffusers(trace.options) }, exampleDenoiser))
    last = x;
  return errorOf(last, end, end);
}
