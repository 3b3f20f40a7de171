import type { RecipeManifest } from './manifest.ts';
import type { Recipe } from './recipe.ts';
import { parseWords } from './words.ts';

/** What a model starts with: its manifest's recipe over what suits any model. */
export function defaultRecipe(manifest: RecipeManifest): Recipe {
  const { condition, ...own } = manifest.defaultRecipe;
  return {
    model: manifest.id,
    condition: parseWords(condition),
    negative: [],
    seed: own.seed ?? 42,
    numSteps: own.numSteps ?? 30,
    sampler: own.sampler ?? 'ddim',
    eta: own.eta ?? 0,
    sigmas: own.sigmas ?? 'log_snr',
    betas: own.betas ?? 'linear',
    spacing: own.spacing ?? 'leading',
    guidanceScale: own.guidanceScale ?? 1,
    ...(manifest.family !== 'diffusion' && { family: manifest.family, truncation: own.truncation ?? 1 }),
  };
}
