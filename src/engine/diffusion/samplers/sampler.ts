import type { Level } from '../denoiser.ts';
import type { SigmaScheduleId, SpacingId } from '../schedules/index.ts';
import type { TimestepFamily } from '../schedules/spacing.ts';
import type { Tensor } from '../../tensor.ts';
import type { Combination } from './combine.ts';
import type { SamplerOptions } from './options.ts';

/** What a sampler is given for one run. */
export interface Sampling {
  /** The estimate of the clean picture at a level: one or, with guidance, two evaluations of the network. */
  readonly denoise: (x: Tensor, level: Level) => Promise<Tensor>;
  /** Fresh N(0, 1) noise of the shape of x. Drawn only when it is used. */
  readonly noise: () => Tensor;
  readonly options: SamplerOptions;
  /** The level of a whole timestep of training, for samplers that stop between two of the run's. */
  readonly levelAt: (t: number) => Level;
}

/** Where a step stands in its run, and where it leads. */
export interface Place {
  /** 0 .. numSteps - 1. */
  readonly index: number;
  readonly numSteps: number;
  /** The timesteps of both ends, where levels come from betas; null otherwise, and at the clean end. */
  readonly t: number | null;
  readonly tNext: number | null;
  readonly level: Level;
  readonly next: Level;
}

/** One step: the picture at `place.next`, from x at `place.level`. */
export type Step = (x: Tensor, place: Place) => Promise<Combination>;

/** Begins a run. What a solver remembers between steps lives in the closure. */
export type Solver = (sampling: Sampling) => Step;

/** What a page needs to know of a sampler. */
export interface Sampler {
  readonly label: string;
  /** Order of convergence of the steps between the first and the last: of the picture where no noise is drawn, of the
   * distribution (the weak order) where it is. */
  readonly order: number;
  /** How its levels are scaled: alpha = 1 (ve), alpha^2 + sigma^2 = 1 (vp), or alpha + sigma = 1 (flow). */
  readonly process: 've' | 'vp' | 'flow';
  /** How it reads a spacing of timesteps. */
  readonly timestepFamily: TimestepFamily;
  /** With timesteps: a step aims at the next one, or an even number of timesteps on. */
  readonly stride: 'next' | 'even';
  /** With timesteps: a run ends at the clean picture, or at the level of timestep 0 (a sigma of about 0.01). */
  readonly end: 'clean' | 'first';
  /** The spacings it can use; it uses the first where another is asked for, so a page need not offer a single one. */
  readonly spacings: readonly SpacingId[];
  /** The only sigma schedules it accepts, where it does not accept all. */
  readonly schedules?: readonly SigmaScheduleId[];
  /** Evaluations of the denoiser in a run of so many steps. */
  readonly evaluations: (numSteps: number) => number;
  /** Whether it draws noise on the way: only where the option named is above 0, never, or always. */
  readonly stochastic: 'never' | 'always' | 'eta' | 'sChurn';
  /** The options that change its result. */
  readonly options: readonly (keyof SamplerOptions)[];
  /** Where its options start out differently from other samplers'. */
  readonly defaults?: Partial<SamplerOptions>;
  readonly citation: { readonly text: string; readonly url: string };
  readonly solve: Solver;
}

const allSpacings: readonly SpacingId[] = ['leading', 'linspace', 'trailing'];

/** What most samplers of a family have in common. */
export const discrete = {
  process: 'vp',
  timestepFamily: 'whole',
  stride: 'next',
  end: 'clean',
  spacings: allSpacings,
  evaluations: (numSteps: number) => numSteps,
  stochastic: 'never',
  options: [],
} as const satisfies Partial<Sampler>;

/** Samplers at alpha = 1 that may stand between two timesteps: Euler and its kin. */
export const fractional = { ...discrete, process: 've', timestepFamily: 'fractional' } as const;

/** Solvers in log SNR: DPM-Solver and its kin. */
export const multistep = { ...discrete, timestepFamily: 'multistep' } as const;
