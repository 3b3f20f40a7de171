import type { Denoiser } from '../engine/denoiser.ts';
import type { Frame } from '../engine/frame.ts';
import { LevelRangeError } from '../engine/predictions.ts';
import { run, type RunOptions } from '../engine/run.ts';
import { Failure } from '../recipe/failure.ts';
import type { Manifest } from '../recipe/manifest.ts';
import type { Recipe, WeightedWord } from '../recipe/recipe.ts';
import { conditionOf } from '../recipe/words.ts';

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
    if (error instanceof LevelRangeError) {
      throw new Failure('level-out-of-range', { sigma: error.sigma, accepted: error.accepted }, { cause: error });
    }
    if (error instanceof RangeError) throw invalid(error);
    throw error;
  }
}

function optionsOf(recipe: Recipe, manifest: Manifest): RunOptions {
  const { sampler, steps, sigmas, betas, spacing, seed, eta, guidance } = recipe;
  if (recipe.model !== manifest.id) {
    throw new Failure('recipe-invalid', { field: 'model', value: recipe.model, accepted: manifest.id });
  }
  const vector = (field: 'condition' | 'not') => wordsOf(field, recipe[field], manifest);
  return {
    shape: [1, ...manifest.shape],
    seed,
    condition: vector('condition'),
    negative: vector('not'),
    guidanceScale: guidance,
    eta,
    sampler,
    numSteps: steps,
    sigmas,
    betas,
    spacing,
  };
}

function wordsOf(field: string, words: readonly WeightedWord[], { vocabulary }: Manifest): Float32Array {
  const known = vocabulary.map(({ id }) => id);
  const unknown = words.find(({ id }) => !known.includes(id));
  if (unknown) throw new Failure('recipe-invalid', { field, value: unknown.id, accepted: known.join(', ') });
  return conditionOf(words, vocabulary);
}

/** The engine's messages read "field: what would be accepted, got value". */
function invalid(error: RangeError): Failure {
  const [, field, accepted, value] = /^(\w+): (.*), got (.*)$/s.exec(error.message) ?? [];
  if (field === undefined || accepted === undefined || value === undefined) {
    return new Failure('unexpected', { reason: error.message }, { cause: error });
  }
  return new Failure('recipe-invalid', { field, value, accepted }, { cause: error });
}
