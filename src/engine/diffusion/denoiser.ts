import type { Tensor } from '../tensor.ts';

/** A noise level: x = alpha x0 + sigma n with n ~ N(0, 1). Covers variance-exploding (alpha = 1), variance-preserving
 * (alpha^2 + sigma^2 = 1) and flow (alpha + sigma = 1) processes alike. */
export interface Level {
  readonly alpha: number;
  readonly sigma: number;
}

/** What to draw: weights in the order of the model's vocabulary, [V]; all zeros means "none". */
export type Condition = Float32Array;

/** What a denoiser says of a noisy picture. */
export interface Denoised {
  /** The estimate of the clean picture, the shape of x. */
  readonly x0: Tensor;
  /** The estimates that guidance combined, when it made two. */
  readonly parts?: { readonly unconditional: Tensor; readonly conditional: Tensor };
}

/**
 * The one contract between a model and a sampler: given x at a level, estimate x0.
 * Prediction types (epsilon, v, flow) are adapters in front of it; guidance is a function from Denoiser to Denoiser.
 */
export type Denoiser = (x: Tensor, level: Level, condition: Condition) => Promise<Denoised>;
