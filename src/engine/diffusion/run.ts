import { OptionError } from '../option-error.ts';
import type { Condition, Denoised, Denoiser, Level } from './denoiser.ts';
import type { DiffusionFrame, Term } from './frame.ts';
import { guided } from './guidance.ts';
import type { GuidanceOptions } from './guidance.ts';
import { clean, initialScale, levelsOf, placesOf, trainingLevels } from './levels.ts';
import type { LevelOptions } from './levels.ts';
import { TorchGenerator } from '../rng/torch-generator.ts';
import { samplers } from './samplers/index.ts';
import { completeOptions } from './samplers/options.ts';
import type { GivenOptions } from './samplers/options.ts';
import { slerp } from '../slerp.ts';
import { copyOf, sizeOf } from '../tensor.ts';
import type { Shape, Tensor } from '../tensor.ts';
import { thresholded } from './thresholding.ts';
import type { Thresholding } from './thresholding.ts';

/** All that decides a run, the model aside. Of the samplers' options each reads those that it lists. */
export interface RunOptions extends LevelOptions, GivenOptions {
  readonly shape: Shape;
  /** uint32; what torch.Generator().manual_seed(seed) means. */
  readonly seed: number;
  /** The first noise goes so far on the arc toward another seed's; what is drawn on the way stays `seed`'s. */
  readonly morph?: { readonly seed: number; readonly share: number } | undefined;
  readonly condition: Condition;
  /** What to start from, at the first level, in place of the seed's noise: noise that inversion found, say. */
  readonly start?: Tensor | undefined;
  /** What takes the place of "none" in guidance. */
  readonly negative?: Condition | undefined;
  /** 1 is off. */
  readonly guidanceScale: number;
  readonly guidanceRescale?: GuidanceOptions['rescale'];
  readonly guidanceInterval?: GuidanceOptions['interval'];
  /** Factor of the noise that is drawn on the way (S_noise of Karras et al. 2022); the first noise stays. 1 unless told. */
  readonly noiseTemperature?: number | undefined;
  /** How estimates are kept in range; not at all unless told. */
  readonly thresholding?: Thresholding | undefined;
}

/**
 * One run from noise to picture: N + 1 frames, each yielded as soon as its step is done. Frames own their arrays.
 * Ask the generator to return() and it stops between two steps.
 * @throws RangeError (on the first frame) when an option is out of bounds, naming it; rejections of the denoiser pass.
 */
export async function* run(options: RunOptions, denoiser: Denoiser): AsyncGenerator<DiffusionFrame, void, undefined> {
  const { numSteps, shape, noiseTemperature: temperature = 1 } = options;
  if (!(temperature >= 0 && temperature < Infinity)) {
    throw new OptionError('noiseTemperature', '0 or more and finite', temperature);
  }
  const points = levelsOf(options);
  const model = observed(options, denoiser);
  const generator = new TorchGenerator(options.seed);
  const { solve, defaults } = samplers[options.sampler];
  const step = solve({
    denoise: model.denoise,
    noise: () => scaled(generator.randn(shape), temperature),
    options: completeOptions(options, defaults),
    levelAt: trainingLevels(options),
  });
  let x = options.start
    ? started(options.start, shape)
    : scaled(firstNoise(options, generator), initialScale(options, points));
  for (const place of placesOf(points)) {
    const made = await step(x, place);
    const { x0, ...parts } = model.takeFirst();
    const { index, t, level, next } = place;
    // The sampler may remember x and x0, so the frame takes copies; nobody else keeps the parts.
    const kept = { x: copyOf(x), x0: copyOf(x0), ...parts };
    yield {
      family: 'diffusion',
      index,
      numSteps,
      t,
      level,
      ...kept,
      step: { next, terms: heated(made.terms, temperature) },
      nfe: model.count(),
    };
    x = made.x;
  }
  const { t = null, level = clean } = points.at(-1) ?? {};
  yield { family: 'diffusion', index: numSteps, numSteps, t, level, x, x0: copyOf(x), step: null, nfe: model.count() };
}

function firstNoise({ shape, seed, morph }: RunOptions, generator: TorchGenerator): Tensor {
  const noise = generator.randn(shape);
  if (!morph || morph.share === 0 || morph.seed === seed) return noise;
  if (!(morph.share > 0 && morph.share <= 1)) throw new OptionError('mix', '0 to 1', morph.share);
  return slerp(noise, new TorchGenerator(morph.seed).randn(shape), morph.share);
}

/** The model as the sampler sees it, guided and kept in range; what it said first since last asked; evaluations so far. */
function observed(options: RunOptions, denoiser: Denoiser) {
  const {
    guidanceScale: scale,
    guidanceRescale: rescale,
    guidanceInterval: interval,
    negative,
    thresholding,
  } = options;
  let count = 0;
  const counted: Denoiser = (x, level, condition) => {
    count++;
    return denoiser(x, level, condition);
  };
  const guidedOne = guided(counted, { scale, negative, rescale, interval });
  const whole = thresholding ? thresholded(guidedOne, thresholding) : guidedOne;
  const said: Denoised[] = [];
  return {
    count: () => count,
    denoise: async (x: Tensor, level: Level): Promise<Tensor> => {
      const denoised = await whole(x, level, options.condition);
      said.push(denoised);
      return denoised.x0;
    },
    takeFirst: (): Denoised => {
      const [first] = said.splice(0);
      if (!first) throw new Error(`${options.sampler} took a step without asking the denoiser`);
      return first;
    },
  };
}

/** The weight of noise as it came, N(0, 1), where the sampler was handed noise times a temperature. */
function heated(terms: readonly Term[], temperature: number): readonly Term[] {
  if (temperature === 1) return terms;
  return terms.map((term) => (term.symbol === 'noise' ? { ...term, weight: term.weight * temperature } : term));
}

function started(start: Tensor, shape: Shape): Tensor {
  if (start.data.length === sizeOf(shape)) return copyOf(start);
  throw new OptionError('start', `${sizeOf(shape)} values`, start.data.length);
}

function scaled(noise: Tensor, factor: number): Tensor {
  if (factor === 1) return noise;
  const rounded = Math.fround(factor);
  return { data: noise.data.map((value) => value * rounded), shape: noise.shape };
}
