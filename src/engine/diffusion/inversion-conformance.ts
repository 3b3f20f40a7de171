import { OptionError } from '../option-error.ts';
import { errorOf, exampleDenoiser, levelDefaults, levelDifference } from './conformance.ts';
import type { Replay } from './conformance.ts';
import { largestError } from '../largest-error.ts';
import { invert } from './inversion.ts';
import type { InversionOptions } from './inversion.ts';
import { clean, levelsOf } from './levels.ts';
import { fromPrediction } from './predictions.ts';
import { ddimInverse } from './samplers/ddim-inverse.ts';
import { completeOptions } from './samplers/options.ts';
import { tensor } from '../tensor.ts';
import type { Trace } from './traces.ts';

/** Makes every step of a trace of DDIM inversion again; its calls stand at the levels that the steps lead to. */
export async function replayInversion({ options, calls, xs, outputs }: Trace): Promise<Replay> {
  const levels = calls.map(([, alpha, sigma]) => ({ alpha, sigma }));
  const own = levelsOf({ ...levelDefaults, ...options, sampler: 'ddim' }).map(({ level }) => level);
  own.reverse();
  const errors: number[] = [];
  for (const [index, next] of levels.entries()) {
    const [x, expected, output] = [xs[index], xs[index + 1], outputs[index]];
    if (!x || !expected || !output) throw new OptionError('xs', `${levels.length + 1} tensors`, xs.length);
    const told = fromPrediction(
      () => Promise.resolve(output),
      'epsilon',
      () => 0,
    );
    const step = ddimInverse({
      denoise: async (at, level) => (await told(at, level, new Float32Array(0))).x0,
      noise: () => tensor([0, 0, 0, 0]),
      options: completeOptions({}),
      levelAt: () => clean,
    });
    const place = { index, numSteps: levels.length, t: null, tNext: null, level: levels[index - 1] ?? clean, next };
    errors.push(errorOf((await step(x, place)).x, x, expected));
  }
  const levelErrors = levels.map((level, k) => levelDifference(own[k + 1], level));
  return { errors, levelError: largestError(levelErrors) };
}

/**
 * Inverts the picture of a trace freely, on own levels with the network of the traces.
 * @returns the error of the noise that is found, max |error| / max(1, max |x|).
 */
export async function rerunInversion({ options, xs }: Trace): Promise<number> {
  const [picture, end] = [xs[0], xs.at(-1)];
  if (!picture || !end) throw new RangeError('xs: two or more, got fewer');
  const asked: InversionOptions = { ...levelDefaults, ...options, condition: new Float32Array(0) };
  let last = picture;
  for await (const { x } of invert(asked, picture, exampleDenoiser)) last = x;
  return errorOf(last, end, end);
}
