import { gaussianDenoiser } from '../../../src/engine/diffusion/ideal.ts';
import { levelsOf, placesOf, trainingLevels } from '../../../src/engine/diffusion/levels.ts';
import type { LevelOptions, Point } from '../../../src/engine/diffusion/levels.ts';
import { samplers } from '../../../src/engine/diffusion/samplers/index.ts';
import { completeOptions, type GivenOptions } from '../../../src/engine/diffusion/samplers/options.ts';
import type { Level } from '../../../src/engine/diffusion/denoiser.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { tensor, type Shape, type Tensor } from '../../../src/engine/tensor.ts';
import { at } from './frames.ts';

/** Data whose denoiser, probability flow and distribution at every level are known: N(0, 0.25) in every value. */
export const deviation = 0.5;
const denoise = gaussianDenoiser(0, deviation);
const none = new Float32Array(0);

/** What decides the levels and the steps of a run; the rest does not matter here. */
export type Asked = Pick<LevelOptions, 'sampler' | 'numSteps'> & Partial<LevelOptions> & GivenOptions;

/** The standard deviation of x at a level. */
const spread = ({ alpha, sigma }: Level) => Math.hypot(alpha * deviation, sigma);

/** Makes all steps but the last, which leads to the clean picture. */
async function almostToTheEnd(asked: Asked, shape: Shape, startOf: (first: Level) => Tensor, noise: () => Tensor) {
  const options = { sigmas: 'log_snr', betas: 'linear', spacing: 'leading', ...asked } as const;
  const points: readonly Point[] = levelsOf(options);
  const { solve, defaults } = samplers[asked.sampler];
  const step = solve({
    options: completeOptions(options, defaults),
    levelAt: trainingLevels(options),
    noise,
    denoise: async (x, level) => (await denoise(x, level, none)).x0,
  });
  const first = at(points, 0).level;
  const start = startOf(first);
  let x = start;
  for (const place of placesOf(points).slice(0, -1)) ({ x } = await step(x, place));
  return { start, x, first, last: at(points, -2).level };
}

/** The largest error of a deterministic run against the exact probability flow, in units of the data at the last level. */
export async function flowError(asked: Asked): Promise<number> {
  const shape: Shape = [1, 1, 8, 8];
  const startOf = (level: Level) => {
    const { data } = new TorchGenerator(42).randn(shape);
    return tensor(
      shape,
      data.map((value) => value * spread(level)),
    );
  };
  const none = () => {
    throw new Error(`${asked.sampler} drew noise`);
  };
  const { start, x, first, last } = await almostToTheEnd(asked, shape, startOf, none);
  const errors = x.data.map((value, i) => Math.abs(value / spread(last) - (start.data[i] ?? NaN) / spread(first)));
  return errors.reduce((largest, error) => Math.max(largest, error), 0);
}

/**
 * How far the variance of a run's pictures is from that of the data, relative; exactly, without drawing anything. Every step
 * is linear in x and in what it draws, so the last picture is a weighted sum of independent N(0, 1): value k of the tensor
 * follows the k-th of them alone, and the squares of the weights add up to the variance.
 */
export async function varianceError(asked: Asked): Promise<number> {
  const shape: Shape = [1, 1, 1, asked.numSteps + 1];
  const only = (k: number, value: number) => {
    const data = new Float32Array(asked.numSteps + 1);
    data[k] = value;
    return tensor(shape, data);
  };
  let drawn = 0;
  const { x, last } = await almostToTheEnd(
    asked,
    shape,
    (level) => only(0, spread(level)),
    () => only(++drawn, 1),
  );
  return x.data.reduce((sum, value) => sum + value ** 2, 0) / spread(last) ** 2 - 1;
}
