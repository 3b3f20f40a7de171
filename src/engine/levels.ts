import type { Level } from './denoiser.ts';
import { samplers } from './samplers/index.ts';
import type { SamplerId } from './samplers/index.ts';
import { alphaBars, trainSteps } from './schedules/betas.ts';
import type { BetaScheduleId, SigmaScheduleId, SpacingId } from './schedules/index.ts';
import { sigmaAt, sigmaCurve, trainingSigmas } from './schedules/sigmas.ts';
import type { SigmaRange } from './schedules/sigmas.ts';
import { timesteps } from './schedules/spacing.ts';

/** What decides the noise levels of a run. */
export interface LevelOptions {
  readonly sampler: SamplerId;
  /** 1 .. 1000. */
  readonly numSteps: number;
  readonly sigmas: SigmaScheduleId;
  /** Read with sigmas "betas". */
  readonly betas: BetaScheduleId;
  /** Read with sigmas "betas". */
  readonly spacing: SpacingId;
  /** Ends of the curve, as sigma / alpha; not read with sigmas "betas". */
  readonly sigmaMin?: number | undefined;
  readonly sigmaMax?: number | undefined;
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

const clean: Level = { alpha: 1, sigma: 0 };

/**
 * The N + 1 points of a run, from noise to the clean end. Cheap: needs no model, draws nothing.
 * @throws RangeError when numSteps, sigmaMin or sigmaMax is out of bounds, naming it.
 */
export function levelsOf(options: LevelOptions): Point[] {
  const { numSteps } = options;
  if (!Number.isInteger(numSteps) || numSteps < 1 || numSteps > trainSteps) {
    throw new RangeError(`numSteps: a whole number from 1 to ${trainSteps}, got ${numSteps}`);
  }
  return options.sigmas === 'betas' ? fromBetas(options) : fromCurve(options, options.sigmas);
}

/**
 * What N(0, 1) noise is multiplied by to start a run: 1 where levels preserve variance, else the largest sigma; with
 * leading spacing sqrt(sigma^2 + 1) (diffusers' init_noise_sigma).
 */
export function initialScale(options: LevelOptions, points: readonly Point[]): number {
  if (samplers[options.sampler].process === 'vp') return 1;
  const sigmaMax = Math.max(...points.map(({ level }) => level.sigma));
  const leading = options.sigmas === 'betas' && options.spacing === 'leading';
  return leading ? Math.hypot(sigmaMax, 1) : sigmaMax;
}

function fromCurve(options: LevelOptions, schedule: Exclude<SigmaScheduleId, 'betas'>): Point[] {
  const { sigmaMin = defaultSigmaRange.sigmaMin, sigmaMax = defaultSigmaRange.sigmaMax } = options;
  if (!(sigmaMin > 0)) throw new RangeError(`sigmaMin: above 0, got ${sigmaMin}`);
  if (!(sigmaMax > sigmaMin && sigmaMax < Infinity)) {
    throw new RangeError(`sigmaMax: above sigmaMin (${sigmaMin}) and finite, got ${sigmaMax}`);
  }
  const { process } = samplers[options.sampler];
  const levels = sigmaCurve(schedule, options.numSteps, { sigmaMin, sigmaMax }).map(toLevel[process]);
  return join(levels.map((level) => ({ t: null, level })));
}

function fromBetas({ sampler, numSteps, betas, spacing }: LevelOptions): Point[] {
  const { process, timestepFamily, stride } = samplers[sampler];
  const times = timesteps(numSteps, spacing, timestepFamily);
  if (timestepFamily !== 'whole') {
    const sigmas = trainingSigmas(betas);
    return join(times.map((t) => ({ t, level: toLevel[process](sigmaAt(sigmas, t)) })));
  }
  const bars = alphaBars(betas);
  const at = (t: number): Level => {
    const bar = t < 0 ? 1 : (bars[t] ?? NaN);
    return { alpha: Math.sqrt(bar), sigma: Math.sqrt(1 - bar) };
  };
  const points = times.map((t) => ({ t, level: at(t) }));
  if (stride === 'even') return join(points, (t) => at(t - Math.floor(trainSteps / numSteps)));
  return join(points);
}

/** Adds to every point where its step leads, and the point where the run ends. */
function join(points: { t: number | null; level: Level }[], aim?: (t: number) => Level): Point[] {
  const joined: Point[] = points.map(({ t, level }, k) => ({
    t,
    level,
    next: aim && t !== null ? aim(t) : (points[k + 1]?.level ?? clean),
  }));
  return [...joined, { t: null, level: joined.at(-1)?.next ?? clean, next: null }];
}

const toLevel = {
  ve: (sigma: number): Level => ({ alpha: 1, sigma }),
  vp: (sigma: number): Level => ({ alpha: 1 / Math.hypot(1, sigma), sigma: sigma / Math.hypot(1, sigma) }),
};
