import type { Denoiser } from '../engine/denoiser.ts';
import type { Frame } from '../engine/frame.ts';
import { run, type RunOptions } from '../engine/run.ts';
import { Failure } from '../recipe/failure.ts';
import type { Manifest } from '../recipe/manifest.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { runOptionsOf } from '../recipe/run-options.ts';
import { checkWords, explained } from './refusals.ts';

/**
 * A recipe's run on a model.
 * @throws Failure (on a frame) recipe-invalid, level-out-of-range, cancelled; those of the network pass.
 */
export async function* sample(
  recipe: Recipe,
  manifest: Manifest,
  denoiser: Denoiser,
  signal: AbortSignal,
): AsyncGenerator<Frame, void, undefined> {
  try {
    yield* run(optionsOf(recipe, manifest), async (x, level, condition) => {
      // A step may hold several evaluations.
      if (signal.aborted) throw new Failure('cancelled');
      return denoiser(x, level, condition);
    });
  } catch (error) {
    throw explained(error);
  }
}

function optionsOf(recipe: Recipe, manifest: Manifest): RunOptions {
  if (recipe.model !== manifest.id) {
    throw new Failure('recipe-invalid', { field: 'model', value: recipe.model, accepted: manifest.id });
  }
  checkWords('condition', recipe.condition, manifest);
  checkWords('not', recipe.not, manifest);
  return runOptionsOf(recipe, manifest);
}
