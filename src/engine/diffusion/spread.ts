import type { Denoiser } from './denoiser.ts';
import { gaussianDenoiser } from './ideal.ts';
import { initialScale, levelsOf, placesOf, trainingLevels, type LevelOptions } from './levels.ts';
import { completeOptions, type GivenOptions } from './samplers/options.ts';
import { samplers } from './samplers/index.ts';
import { tensor, type Tensor } from '../tensor.ts';

const none = new Float32Array(0);

/**
 * How widely the pictures of a run spread, in units of the data's own deviation, were the data N(0, deviation^2): 1 is right,
 * above it noise is left in them, near 0 all of them are the mean. Exact and without drawing anything: every step is linear
 * in x and in what it draws, so the last picture is a weighted sum of independent N(0, 1), and value k of the tensor follows
 * the k-th of them alone. It costs numSteps^2.
 * @throws RangeError when an option is out of bounds, naming it.
 */
export async function spreadOf(
  options: LevelOptions & GivenOptions & { readonly noiseTemperature?: number | undefined },
  deviation: number,
): Promise<number> {
  const { sampler, numSteps, noiseTemperature = 1 } = options;
  const points = levelsOf(options);
  const { solve, defaults } = samplers[sampler];
  const denoiser: Denoiser = gaussianDenoiser(0, deviation);
  const sources = 1 + 2 * numSteps;
  let drawn = 0;
  const only = (value: number): Tensor => {
    const one = tensor([1, 1, 1, sources]);
    one.data[drawn++] = value;
    return one;
  };
  const step = solve({
    denoise: async (x, level) => (await denoiser(x, level, none)).x0,
    noise: () => only(noiseTemperature),
    options: completeOptions(options, defaults),
    levelAt: trainingLevels(options),
  });
  let x = only(initialScale(options, points));
  for (const place of placesOf(points)) ({ x } = await step(x, place));
  return Math.sqrt(x.data.reduce((sum, value) => sum + value ** 2, 0)) / deviation;
}
