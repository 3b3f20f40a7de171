import type { Tensor } from '../../engine/tensor.ts';
import type { Frame } from '../../engine/frame.ts';
import type { DiffusionFrame } from '../../engine/diffusion/frame.ts';
import type { AnyFrame } from '../families/parts.ts';
import type { Recipe } from '../recipe.ts';

/** Runs a recipe, frame by frame. */
export interface GenerateTask {
  readonly ask: GenerateQuestion;
  /** Frames in order; steps that are fast share a message. */
  readonly tell: readonly TimedFrame<AnyFrame>[];
  readonly answer: RunSummary;
}

export interface GenerateQuestion {
  readonly recipe: Recipe;
  readonly start?: Start | undefined;
}

/**
 * What a run starts from in place of the seed's noise: noise at its first level; or a picture, which DDIM inversion then
 * leads to noise on the recipe's levels, as its condition says, unguided.
 */
export type Start = { readonly noise: Tensor } | { readonly picture: Tensor };

/** A frame with what only the host can know: the time it took. */
export type TimedFrame<F extends Frame = DiffusionFrame> = F & {
  /**
   * Milliseconds in the worker from the frame before (or the start of the run) to this one, the turns of other lanes
   * left out: the network, the sampler, handing the frame over, looking for a cancel. The last frame of diffusion has no
   * network evaluation, so it takes next to nothing.
   */
  readonly ms: number;
  /** Of those, milliseconds inside the network. */
  readonly networkMs: number;
};

/** The sums over a run's frames. */
export interface RunSummary {
  readonly nfe: number;
  readonly ms: number;
  readonly networkMs: number;
}
