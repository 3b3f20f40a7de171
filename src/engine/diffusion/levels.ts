import { OptionError } from '../option-error.ts';
import type { Level } from './denoiser.ts';
import { samplers } from './samplers/index.ts';
import type { SamplerId } from './samplers/index.ts';
import type { Place } from './samplers/sampler.ts';
import { alphaBars, trainSteps, zeroTerminal } from './schedules/betas.ts';
import type { BetaScheduleId, SigmaCurveId, SigmaScheduleId, SpacingId } from './schedules/index.ts';
import { sigmaAt, sigmaCurve, trainingSigmas } from './schedules/sigmas.ts';
import type { SigmaRange } from './schedules/sigmas.ts';
import { distilledSteps, timesteps } from './schedules/spacing.ts';

/** What decides the noise levels of a run. */
export interface LevelOptions {
  readonly sampler: SamplerId;
  /** 1 .. 1000; the distilled samplers take at most 50. */
  readonly numSteps: number;
  readonly sigmas: SigmaScheduleId;
  /** Read with sigmas "betas". */
  readonly betas: BetaScheduleId;
  /** Read with sigmas "betas". */
  readonly spacing: SpacingId;
  /** Read with sigmas "betas": stretch the training schedule until nothing of the signal is left at its end. */
  readonly zeroTerminalSnr?: boolean | undefined;
  /** Ends of the curve, as sigma / alpha; not read with sigmas "betas". */
  readonly sigmaMin?: number | undefined;
  readonly sigmaMax?: number | undefined;
  /** Read with sigmas "flow": above 1 it dwells on strong noise. 1 unless told. */
  readonly flowShift?: number | undefined;
}

/** One column of the timeline: frame k of a run stands at point k. */
export interface Point {
  /** The training timestep where the levels come from betas; null otherwise, and at the clean end. */
  readonly t: number | null;
  readonly level: Level;
  /** The level that the step from here aims at; null at the last point. It is the next point's level, except for DDIM
   * with linspace or trailing: it aims floor(1000 / N) timesteps on, as diffusers does. */
  readonly next: Level | null;
}

/** The range of the curves when nothing else is asked for: what is worth watching of data of scale 1. */
export const defaultSigmaRange: SigmaRange = { sigmaMin: 0.01, sigmaMax: 40 };

/** Where a run ends: the picture without noise. */
export const clean: Level = { alpha: 1, sigma: 0 };

/**
 * The N + 1 points of a run, from noise to the clean end. Cheap: needs no model, draws nothing.
 * @throws RangeError when numSteps, sigmas, sigmaMin, sigmaMax or flowShift is out of bounds, naming it.
 */
export function levelsOf(options: LevelOptions): Point[] {
  const { numSteps, sigmas } = options;
  const { label, timestepFamily, schedules } = samplers[options.sampler];
  const most = timestepFamily === 'distilled' ? distilledSteps : trainSteps;
  if (!Number.isInteger(numSteps) || numSteps < 1 || numSteps > most) {
    throw new OptionError('numSteps', `a whole number from 1 to ${most}`, numSteps);
  }
  if (schedules && !schedules.includes(sigmas)) {
    throw new OptionError('sigmas', `${schedules.join(' or ')} with ${label}`, sigmas);
  }
  return sigmas === 'betas' ? fromBetas(options) : fromCurve(options, sigmas);
}

/**
 * What N(0, 1) noise is multiplied by to start a run: 1 where levels preserve variance, else the largest sigma; at
 * alpha = 1 with leading spacing sqrt(sigma^2 + 1) (diffusers' init_noise_sigma).
 */
export function initialScale(options: LevelOptions, points: readonly Point[]): number {
  const { process } = samplers[options.sampler];
  if (process === 'vp') return 1;
  const sigmaMax = Math.max(...points.map(({ level }) => level.sigma));
  const leading = process === 've' && options.sigmas === 'betas' && options.spacing === 'leading';
  return leading ? Math.hypot(sigmaMax, 1) : sigmaMax;
}

/** The steps between the points of a run, [N]: each from one to the next. */
export function placesOf(points: readonly Point[]): Place[] {
  const numSteps = points.length - 1;
  return points.flatMap(({ t, level, next }, index) => {
    if (next === null) return [];
    return [{ index, numSteps, t, tNext: points[index + 1]?.t ?? null, level, next }];
  });
}

/** The levels of the whole timesteps of training, in the scale of a sampler's process; below timestep 0 it is clean. */
export function trainingLevels({ sampler, betas, zeroTerminalSnr }: LevelOptions): (t: number) => Level {
  const { process, timestepFamily } = samplers[sampler];
  const bars = zeroTerminalSnr ? zeroTerminal(alphaBars(betas)) : alphaBars(betas);
  if (timestepFamily === 'whole' || timestepFamily === 'distilled') {
    return (t) => {
      const bar = t < 0 ? 1 : (bars[t] ?? NaN);
      return { alpha: Math.sqrt(bar), sigma: Math.sqrt(1 - bar) };
    };
  }
  // These divide by alpha, so upstream leaves a trace of signal.
  if (zeroTerminalSnr) bars[trainSteps - 1] = 2 ** -24;
  const sigmas = trainingSigmas(bars);
  return (t) => (t < 0 ? clean : toLevel[process](sigmaAt(sigmas, t)));
}

function fromCurve(options: LevelOptions, curve: SigmaCurveId): Point[] {
  const { sigmaMin = defaultSigmaRange.sigmaMin, sigmaMax = defaultSigmaRange.sigmaMax, flowShift = 1 } = options;
  if (!(sigmaMin > 0)) throw new OptionError('sigmaMin', 'above 0', sigmaMin);
  const { process } = samplers[options.sampler];
  if (!(sigmaMax > sigmaMin && (sigmaMax < Infinity || (curve === 'flow' && process !== 've')))) {
    throw new OptionError('sigmaMax', `above sigmaMin (${sigmaMin}) and finite`, sigmaMax);
  }
  if (!(flowShift > 0 && flowShift < Infinity)) throw new OptionError('flowShift', 'above 0 and finite', flowShift);
  const sigmas = sigmaCurve(curve, options.numSteps, { sigmaMin, sigmaMax }, flowShift);
  return join(
    sigmas.map((sigma) => ({ t: null, level: toLevel[process](sigma) })),
    clean,
  );
}

function fromBetas(options: LevelOptions): Point[] {
  const { numSteps, spacing } = options;
  const { timestepFamily, stride, end, spacings } = samplers[options.sampler];
  const [only = spacing] = spacings;
  const times = timesteps(numSteps, spacings.includes(spacing) ? spacing : only, timestepFamily);
  const at = trainingLevels(options);
  const even = (t: number) => at(t - Math.floor(trainSteps / numSteps));
  const points = times.map((t) => ({ t, level: at(t), ...(stride === 'even' && { next: even(t) }) }));
  return join(points, end === 'clean' ? clean : at(0));
}

/** Adds to every point where its step leads, and the point where the run ends. */
function join(points: readonly { t: number | null; level: Level; next?: Level }[], end: Level): Point[] {
  const joined: Point[] = points.map(({ t, level, next }, k) => ({
    t,
    level,
    next: next ?? points[k + 1]?.level ?? end,
  }));
  return [...joined, { t: null, level: joined.at(-1)?.next ?? end, next: null }];
}

const toLevel = {
  ve: (sigma: number): Level => ({ alpha: 1, sigma }),
  vp: (sigma: number): Level => ({ alpha: 1 / Math.hypot(1, sigma), sigma: 1 / Math.hypot(1, 1 / sigma) }),
  flow: (sigma: number): Level => ({ alpha: 1 / (1 + sigma), sigma: 1 / (1 + 1 / sigma) }),
};
