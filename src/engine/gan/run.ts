import type { Frame } from '../frame.ts';
import { OptionError } from '../option-error.ts';
import { TorchGenerator } from '../rng/torch-generator.ts';
import { slerp } from '../slerp.ts';
import type { Tensor } from '../tensor.ts';

/** The one contract of the family: noise z [1, 1, 1, latent] and what to draw [V] -> a picture [1, c, h, w] on [-1, 1]. */
export type Generator = (z: Tensor, condition: Float32Array) => Promise<Tensor>;

export interface GanOptions {
  /** Numbers that z holds. */
  readonly latent: number;
  /** uint32; what torch.Generator().manual_seed(seed) means. */
  readonly seed: number;
  /** z goes so far on the arc toward another seed's. */
  readonly morph?: { readonly seed: number; readonly share: number } | undefined;
  /** What to draw: weights in the order of the model's vocabulary, [V]. */
  readonly condition: Float32Array;
  /** Factor of z. Below 1 pictures are more typical and less different (Brock et al. 2018, arXiv 1809.11096, sec. 3.1). */
  readonly truncation: number;
}

/** A finished picture, and the noise that it was made of. */
export interface GanFrame extends Frame {
  readonly family: 'gan';
  /** [1, 1, 1, latent], the truncation applied. */
  readonly z: Tensor;
}

/**
 * From noise to picture in one evaluation: a run of no steps, whose only frame is the finished picture.
 * @throws OptionError (on the first frame) when an option is out of bounds; rejections of the generator pass.
 */
export async function* run(options: GanOptions, generator: Generator): AsyncGenerator<GanFrame, void, undefined> {
  const z = latentOf(options);
  yield { family: 'gan', index: 0, numSteps: 0, x: await generator(z, options.condition), z, nfe: 1 };
}

/** The noise that a recipe stands for, [1, 1, 1, latent]. @throws OptionError */
export function latentOf({ latent, seed, morph, truncation }: Omit<GanOptions, 'condition'>): Tensor {
  if (!(truncation >= 0 && truncation < Infinity)) throw new OptionError('truncation', '0 or more', truncation);
  const own = randn(seed, latent);
  const z = morph && morph.share > 0 ? slerp(own, randn(morph.seed, latent), morph.share) : own;
  return { shape: z.shape, data: z.data.map((value) => Math.fround(truncation) * value) };
}

const randn = (seed: number, latent: number): Tensor => new TorchGenerator(seed).randn([1, 1, 1, latent]);
