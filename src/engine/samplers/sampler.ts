import type { Level } from '../denoiser.ts';
import type { Tensor } from '../tensor.ts';
import type { TimestepFamily } from '../schedules/spacing.ts';
import type { Combination } from './combine.ts';

/** What a sampler may be told beyond its levels. */
export interface SamplerOptions {
  /** DDIM: the share of DDPM's noise, 0 (none) to 1. */
  readonly eta: number;
}

/** What a sampler is given for one run. */
export interface Sampling {
  /** The estimate of the clean picture at a level: one or, with guidance, two evaluations of the network. */
  readonly denoise: (x: Tensor, level: Level) => Promise<Tensor>;
  /** Fresh N(0, 1) noise of the shape of x. Drawn only when it is used. */
  readonly noise: () => Tensor;
  readonly options: SamplerOptions;
}

/** One step: the picture at `next`, from x at `level`. */
export type Step = (x: Tensor, level: Level, next: Level) => Promise<Combination>;

/** Begins a run. What a solver remembers between steps lives in the closure. */
export type Solver = (sampling: Sampling) => Step;

/** What a page needs to know of a sampler. */
export interface Sampler {
  readonly label: string;
  /** Order of convergence of the steps between the first and the last. */
  readonly order: number;
  /** How its levels are scaled: alpha = 1 (ve), or alpha^2 + sigma^2 = 1 (vp). */
  readonly process: 've' | 'vp';
  /** How it reads a spacing of timesteps. */
  readonly timestepFamily: TimestepFamily;
  /** With timesteps: a step aims at the next one, or an even number of timesteps on. */
  readonly stride: 'next' | 'even';
  /** Evaluations of the denoiser in a run of so many steps. */
  readonly evaluations: (numSteps: number) => number;
  /** Whether it draws noise on the way: "eta" means when eta is above 0. */
  readonly stochastic: 'never' | 'always' | 'eta';
  /** The options that change its result. */
  readonly options: readonly (keyof SamplerOptions)[];
  readonly citation: { readonly text: string; readonly url: string };
  readonly solve: Solver;
}
