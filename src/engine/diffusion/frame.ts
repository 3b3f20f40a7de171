import type { Frame } from '../frame.ts';
import type { Level } from './denoiser.ts';
import type { Tensor } from '../tensor.ts';

/**
 * What a step combines: the next picture is the weighted sum of these. Previous, Earlier and Earliest are those of one,
 * two and three steps ago; Second is the step's own second evaluation; xCorrected is x after its own estimate improved the
 * step that led to it (UniPC); epsilon is (x - alpha x0) / sigma, which some multistep methods remember in place of x0.
 */
export const termSymbols = [
  'x',
  'xPrevious',
  'xCorrected',
  'x0',
  'x0Second',
  'x0Previous',
  'x0Earlier',
  'x0Earliest',
  'epsilon',
  'epsilonSecond',
  'epsilonPrevious',
  'epsilonEarlier',
  'epsilonEarliest',
  'noise',
] as const;
export type TermSymbol = (typeof termSymbols)[number];

/** One summand of a step, x_next = sum of weight * value. The weights are the ones the step used, not a retelling. */
export interface Term {
  readonly symbol: TermSymbol;
  readonly weight: number;
}

/**
 * What a diffusion model's run shows in a column. Frame k of a run of N steps shows the picture before step k + 1: frame 0
 * is the noise the run starts from, frame N the finished picture.
 */
export interface DiffusionFrame extends Frame {
  readonly family: 'diffusion';
  /** The model's timestep (fractional for some spacings) where the schedule comes from betas; null otherwise. */
  readonly t: number | null;
  /** The noise level of x. */
  readonly level: Level;
  /** Where it is heading: the network's estimate at x; in the last frame x itself. */
  readonly x0: Tensor;
  /** With guidance: the two estimates that x0 was made of. */
  readonly parts?: { readonly unconditional: Tensor; readonly conditional: Tensor };
  /** The step that leads from this frame to the next; null in the last frame. */
  readonly step: { readonly next: Level; readonly terms: readonly Term[] } | null;
}
