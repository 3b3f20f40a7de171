import type { OptionError } from '../engine/option-error.ts';
import type { LevelOptions } from '../engine/diffusion/levels.ts';
import type { RunOptions } from '../engine/diffusion/run.ts';
import { samplers } from '../engine/diffusion/samplers/index.ts';
import type { Thresholding } from '../engine/diffusion/thresholding.ts';
import type { Failure } from './failure.ts';
import type { Manifest } from './manifest.ts';
import { isOption, linkNameOf, type OptionName } from './options.ts';
import type { Recipe } from './recipe.ts';
import { refusal } from './refusal.ts';
import { conditionOf, wordsOf } from './words.ts';

/** What decides the noise levels of a recipe's run. */
export function levelOptionsOf(recipe: Recipe): LevelOptions {
  const { sampler, numSteps, sigmas, betas, spacing, zeroTerminalSnr, flowShift } = recipe;
  return { sampler, numSteps, sigmas, betas, spacing, zeroTerminalSnr, flowShift };
}

/** The noise levels, as sigma / alpha, where a recipe is guided; undefined where that is everywhere. */
export function guidanceIntervalOf({ guidanceLow, guidanceHigh }: Recipe): RunOptions['guidanceInterval'] {
  if (guidanceLow === undefined && guidanceHigh === undefined) return undefined;
  return { low: guidanceLow ?? 0, high: guidanceHigh ?? Infinity };
}

/** The evaluations of the network that a recipe's run costs at most; an interval of guidance saves some of them. */
export function evaluationsOf({ sampler, numSteps, guidanceScale }: Recipe): number {
  return samplers[sampler].evaluations(numSteps) * (guidanceScale === 1 ? 1 : 2);
}

/**
 * What the engine is told to make a recipe's run.
 * @throws RangeError when a word is not in the vocabulary.
 */
export function runOptionsOf(
  recipe: Recipe,
  { shape, vocabulary }: Pick<Manifest, 'shape' | 'vocabulary'>,
): RunOptions {
  const { seed, toSeed, mix = 0, eta, variance, sChurn, solverOrder, solverType, bFunction } = recipe;
  return {
    ...levelOptionsOf(recipe),
    ...{ seed, eta, variance, sChurn, solverOrder, solverType, bFunction },
    morph: toSeed === undefined ? undefined : { seed: toSeed, share: mix },
    shape: [1, ...shape],
    condition: conditionOf(wordsOf(recipe), vocabulary),
    negative: conditionOf(recipe.negative, vocabulary),
    guidanceScale: recipe.guidanceScale,
    guidanceRescale: recipe.guidanceRescale,
    guidanceInterval: guidanceIntervalOf(recipe),
    noiseTemperature: recipe.noiseTemperature,
    thresholding: thresholdings[recipe.clipping ?? 'none'],
  };
}

const thresholdings: Record<NonNullable<Recipe['clipping']>, Thresholding | undefined> = {
  none: undefined,
  clip: { kind: 'clip', range: 1 },
  // The quantile of diffusers; the limit leaves it free to scale.
  dynamic: { kind: 'dynamic', quantile: 0.995, max: 10 },
};

/** What is one option of the engine and two fields of a recipe. */
const names: Readonly<Record<string, OptionName>> = { guidanceInterval: 'guidanceLow' };

/** An option that the engine refuses, in the terms of links. */
export function refused(error: OptionError): Failure {
  const { field, accepted, value } = error;
  const name = names[field] ?? field;
  return refusal(isOption(name) ? linkNameOf(name) : name, value, accepted, { cause: error });
}
