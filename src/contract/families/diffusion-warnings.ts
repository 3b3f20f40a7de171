import { levelsOf } from '../../engine/diffusion/levels.ts';
import { samplers } from '../../engine/diffusion/samplers/index.ts';
import { completeOptions } from '../../engine/diffusion/samplers/options.ts';
import { spreadOf } from '../../engine/diffusion/spread.ts';
import type { Manifest, RecipeManifest } from '../manifest.ts';
import type { Recipe } from '../recipe.ts';
import { levelOptionsOf } from '../run-options.ts';
import type { Warning } from './family.ts';

/** Above it a picture is visibly noisy, below it visibly a blur; the data's own spread is 1. */
const [noisy, blurred] = [1.6, 0.25];

/** With more steps every sampler comes near the data, and finding out how near would take long. */
const mostSteps = 64;

/** Karras et al. 2022, Alg. 2: gamma = min(S_churn / N, sqrt(2) - 1). */
const mostChurn = Math.SQRT2 - 1;

/** Room for the rounding of sigma / alpha at the end of a range, as where the model is asked. */
const slack = 1e-6;

/** The most noise in a recipe's run, as sigma / alpha, where the model was not trained on so much; null where it was. */
export function noiseBeyond(recipe: Recipe, { sigmaMax }: Manifest['prediction']): number | null {
  const noise = levelsOf(levelOptionsOf(recipe)).map(({ level }) => level.sigma / level.alpha);
  const most = Math.max(...noise);
  return most > sigmaMax * (1 + slack) ? most : null;
}

/** What the pictures of a recipe's run will suffer from: found on Gaussian data as wide as the model's, where it is exact. */
export async function warningsOf(recipe: Recipe, model: RecipeManifest): Promise<readonly Warning[]> {
  if (!('prediction' in model)) return [];
  const { sampler, numSteps, noiseTemperature } = recipe;
  const { options, defaults } = samplers[sampler];
  const { sChurn } = completeOptions(recipe, defaults);
  const noise = noiseBeyond(recipe, model.prediction);
  if (noise !== null) return [{ code: 'beyond', noise, most: model.prediction.sigmaMax }];
  const found: Warning[] = [];
  if (numSteps <= mostSteps) {
    const { eta, variance, solverOrder, solverType, bFunction } = recipe;
    const chosen = { eta, variance, sChurn, solverOrder, solverType, bFunction, noiseTemperature };
    const spread = await spreadOf({ ...levelOptionsOf(recipe), ...chosen }, model.prediction.sigmaData);
    if (spread > noisy) found.push({ code: 'noise-left' });
    if (spread < blurred) found.push({ code: 'blurred' });
  }
  // Only what the visitor turned up, and not what the sampler brings along.
  const turnedUp = recipe.sChurn !== undefined && options.includes('sChurn');
  if (turnedUp && sChurn / numSteps > mostChurn) found.push({ code: 'churn-capped', most: mostChurn * numSteps });
  return found;
}
