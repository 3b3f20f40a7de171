import type { Condition, Denoised, Denoiser } from './denoiser.ts';
import type { Frame } from './frame.ts';
import { guided } from './guidance.ts';
import { initialScale, levelsOf } from './levels.ts';
import type { LevelOptions, Point } from './levels.ts';
import { TorchGenerator } from './rng/torch-generator.ts';
import { samplers } from './samplers/index.ts';
import type { Combination } from './samplers/combine.ts';
import type { Sampling } from './samplers/sampler.ts';
import { copyOf } from './tensor.ts';
import type { Shape, Tensor } from './tensor.ts';

/** All that decides a run, the model aside. */
export interface RunOptions extends LevelOptions {
  readonly shape: Shape;
  /** uint32; what torch.Generator().manual_seed(seed) means. */
  readonly seed: number;
  readonly condition: Condition;
  /** What takes the place of "none" in guidance. */
  readonly negative?: Condition | undefined;
  /** 1 is off. */
  readonly guidanceScale: number;
  /** 0 .. 1; read by the samplers that list it. */
  readonly eta: number;
}

/**
 * One run from noise to picture: N + 1 frames, each yielded as soon as its step is done. Frames own their arrays.
 * Ask the generator to return() and it stops between two steps.
 * @throws RangeError (on the first frame) when an option is out of bounds, naming it; rejections of the denoiser pass.
 */
export async function* run(options: RunOptions, denoiser: Denoiser): AsyncGenerator<Frame, void, undefined> {
  const { shape, numSteps } = options;
  if (!(options.eta >= 0 && options.eta <= 1)) throw new RangeError(`eta: 0 to 1, got ${options.eta}`);
  const points = levelsOf(options);
  const network = counted(denoiser);
  const denoise = guided(network.denoise, { scale: options.guidanceScale, negative: options.negative });
  const generator = new TorchGenerator(options.seed);
  const noise = () => generator.randn(shape);
  const evaluations: Denoised[] = [];
  const sampling: Sampling = {
    noise,
    options: { eta: options.eta },
    denoise: async (x, level) => {
      const denoised = await denoise(x, level, options.condition);
      evaluations.push(denoised);
      return denoised.x0;
    },
  };
  const step = samplers[options.sampler].solve(sampling);
  let x = scaledNoise(noise(), initialScale(options, points));
  for (const [index, point] of points.entries()) {
    if (point.next === null) {
      yield lastFrame(index, point, x, network.count());
      return;
    }
    evaluations.length = 0;
    const combination = await step(x, point.level, point.next);
    const [denoised] = evaluations;
    if (!denoised) throw new Error(`${options.sampler} took step ${index} without asking the denoiser`);
    yield frame({ index, numSteps, point, x, denoised, combination, nfe: network.count() });
    x = combination.x;
  }
}

interface Done {
  readonly index: number;
  readonly numSteps: number;
  readonly point: Point;
  readonly x: Tensor;
  readonly denoised: Denoised;
  readonly combination: Combination;
  readonly nfe: number;
}

/** The sampler may remember x and x0, so the frame takes copies; nobody else keeps the parts. */
function frame({ index, numSteps, point, x, denoised, combination, nfe }: Done): Frame {
  return {
    index,
    numSteps,
    t: point.t,
    level: point.level,
    x: copyOf(x),
    x0: copyOf(denoised.x0),
    ...(denoised.parts && { parts: denoised.parts }),
    step: point.next && { next: point.next, terms: combination.terms },
    nfe,
  };
}

function lastFrame(index: number, { t, level }: Point, x: Tensor, nfe: number): Frame {
  return { index, numSteps: index, t, level, x, x0: copyOf(x), step: null, nfe };
}

/** The same denoiser, and how often it was asked. */
function counted(denoiser: Denoiser): { denoise: Denoiser; count: () => number } {
  let count = 0;
  return {
    count: () => count,
    denoise: (x, level, condition) => {
      count++;
      return denoiser(x, level, condition);
    },
  };
}

function scaledNoise(noise: Tensor, scale: number): Tensor {
  const factor = Math.fround(scale);
  return { data: noise.data.map((value) => value * factor), shape: noise.shape };
}
