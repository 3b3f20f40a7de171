import type { Likelihood, LikelihoodProgress } from '../../engine/diffusion/likelihood.ts';
import type { Tensor } from '../../engine/tensor.ts';
import type { Recipe } from '../recipe.ts';

/** Estimates how likely a picture is to a model. */
export interface LikelihoodTask {
  readonly ask: LikelihoodQuestion;
  readonly tell: LikelihoodProgress;
  readonly answer: LikelihoodAnswer;
}

/** A picture whose likelihood is asked for, and how carefully to estimate it. */
export interface LikelihoodQuestion {
  /** [1, c, h, w] of the model's shape on [-1, 1]; every value counts as the nearest of 256 levels. */
  readonly picture: Tensor;
  readonly condition: Recipe['condition'];
  readonly numSteps: number;
  readonly numProbes: number;
  /** Of the dequantisation and of the probes, uint32. */
  readonly seed: number;
}

export interface LikelihoodAnswer extends Likelihood {
  /** Evaluations of the network. */
  readonly nfe: number;
  /** Milliseconds in the worker, the turns of other lanes left out. */
  readonly ms: number;
}
