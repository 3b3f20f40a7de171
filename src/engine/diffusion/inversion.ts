import type { Condition, Denoised, Denoiser } from './denoiser.ts';
import type { DiffusionFrame } from './frame.ts';
import { levelsOf, placesOf, trainingLevels } from './levels.ts';
import type { LevelOptions, Point } from './levels.ts';
import { ddimInverse } from './samplers/ddim-inverse.ts';
import { completeOptions } from './samplers/options.ts';
import { copyOf } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';

/** Which way back: the levels of a DDIM run, and what the picture shows. */
export interface InversionOptions extends Omit<LevelOptions, 'sampler'> {
  readonly condition: Condition;
}

/**
 * From a picture to the noise that DDIM with eta 0 and the same levels makes it of, nearly: N + 1 frames, from the clean
 * end up. A frame's x0 is the estimate that its step used; its step has no evaluation at the clean end itself.
 * @param picture [n, c, h, w] in the model's value range.
 * @throws RangeError (on the first frame) as levelsOf does; rejections of the denoiser pass.
 */
export async function* invert(
  { condition, ...levels }: InversionOptions,
  picture: Tensor,
  denoiser: Denoiser,
): AsyncGenerator<DiffusionFrame, void, undefined> {
  const options: LevelOptions = { ...levels, sampler: 'ddim' };
  const points = upwards(levelsOf(options));
  const { numSteps } = options;
  let said: Denoised = { x0: picture };
  const step = ddimInverse({
    options: completeOptions({}),
    levelAt: trainingLevels(options),
    noise: () => {
      throw new Error('inversion draws no noise');
    },
    denoise: async (x, level) => {
      said = await denoiser(x, level, condition);
      return said.x0;
    },
  });
  let x = copyOf(picture);
  for (const place of placesOf(points)) {
    const { x: made, terms } = await step(x, place);
    const { index, t, level, next } = place;
    yield {
      family: 'diffusion',
      index,
      numSteps,
      t,
      level,
      x,
      x0: copyOf(said.x0),
      step: { next, terms },
      nfe: index + 1,
    };
    x = made;
  }
  const { t, level } = points[numSteps] ?? { t: null, level: { alpha: 1, sigma: 0 } };
  yield { family: 'diffusion', index: numSteps, numSteps, t, level, x, x0: copyOf(said.x0), step: null, nfe: numSteps };
}

/** A run's points in the order of inversion, each leading to the next higher one. */
function upwards(points: readonly Point[]): Point[] {
  const reversed = [...points].reverse();
  return reversed.map(({ t, level }, k) => ({ t, level, next: reversed[k + 1]?.level ?? null }));
}
