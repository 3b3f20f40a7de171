import type { TimedFrame } from '../../src/contract/tasks.ts';
import { Run } from '../../src/session/run.svelte.ts';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { manifestWith } from '../contract/manifest-for-tests.ts';

export const recipeOf = (change: Partial<Recipe> = {}): Recipe => ({
  ...defaultRecipe(manifestWith()),
  steps: 4,
  ...change,
});

/** A frame that says which one it is. */
export function frameOf(index: number, numSteps: number): TimedFrame {
  const x = { shape: [1, 1, 1, 1] as const, data: Float32Array.of(index) };
  const level = { alpha: 1, sigma: numSteps - index };
  return {
    family: 'diffusion',
    index,
    numSteps,
    t: null,
    level,
    x,
    x0: x,
    step: null,
    nfe: index,
    ms: 1,
    networkMs: 1,
  };
}

/** A run with its first frames there. */
export function runWith(frames: number, recipe: Recipe = recipeOf(), onCount?: () => void): Run {
  const run = new Run(recipe, 'live', onCount);
  for (let index = 0; index < frames; index++) run.push(frameOf(index, recipe.steps));
  run.announce();
  return run;
}
