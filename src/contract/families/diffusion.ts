import { OptionError } from '../../engine/option-error.ts';
import { levelsOf, type LevelOptions } from '../../engine/diffusion/levels.ts';
import { samplers } from '../../engine/diffusion/samplers/index.ts';
import { distilledSteps } from '../../engine/diffusion/schedules/spacing.ts';
import type { Failure } from '../failure.ts';
import { optionNames } from '../options.ts';
import type { Recipe } from '../recipe.ts';
import { refusal } from '../refusal.ts';
import { guidanceIntervalOf, levelOptionsOf, refused } from '../run-options.ts';
import { warningsOf } from './diffusion-warnings.ts';
import type { Family } from './family.ts';

/** From noise to picture in steps, each led by an estimate of the clean picture. */
export const diffusion: Family = {
  options: optionNames.filter((name) => name !== 'family' && name !== 'truncation'),
  numSteps: ({ numSteps }) => numSteps,
  fitted,
  refusalOf,
  warningsOf,
};

/** The recipe, changed where it cannot be run: schedules that its sampler does not accept, more steps than that was made
 * for, an interval of guidance that ends before it begins. */
function fitted(recipe: Recipe): Recipe {
  const { schedules, timestepFamily } = samplers[recipe.sampler];
  const most = timestepFamily === 'distilled' ? distilledSteps : Infinity;
  const sigmas = schedules === undefined || schedules.includes(recipe.sigmas) ? recipe.sigmas : firstOf(schedules);
  const { low = 0, high = Infinity } = guidanceIntervalOf(recipe) ?? {};
  const numSteps = Math.min(recipe.numSteps, most);
  return { ...recipe, sigmas, numSteps, ...(low > high && { guidanceLow: undefined }) };
}

function firstOf(schedules: readonly LevelOptions['sigmas'][]): Recipe['sigmas'] {
  return schedules.includes('betas') ? 'betas' : 'log_snr';
}

/** Why the engine cannot space a recipe's noise levels, or guide it; null where it can. */
function refusalOf(recipe: Recipe): Failure | null {
  const { low = 0, high = Infinity } = guidanceIntervalOf(recipe) ?? {};
  if (low > high) return refusal('guidanceLow', low, `0 … ${high}`);
  try {
    levelsOf(levelOptionsOf(recipe));
    return null;
  } catch (error) {
    if (error instanceof OptionError) return refused(error);
    throw error;
  }
}
