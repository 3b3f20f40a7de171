import type { TimedFrame } from '../../src/contract/tasks.ts';
import { Failure } from '../../src/contract/failure.ts';
import { Run } from '../../src/session/run.svelte.ts';
import { Session } from '../../src/session/session.svelte.ts';
import type { Client, GenerateOptions } from '../../src/worker/page/client.ts';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { manifestWith } from '../contract/manifest-for-tests.ts';

export const recipeOf = (change: Partial<Recipe> = {}): Recipe => ({
  ...defaultRecipe(manifestWith()),
  numSteps: 4,
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
  for (let index = 0; index < frames; index++) run.push(frameOf(index, recipe.numSteps));
  run.announce();
  return run;
}

/** A session whose runs are made as a test says; their models are there at once. */
export function sessionRunning(run: (recipe: Recipe, options: GenerateOptions) => Promise<void>): Session {
  const client: Client = {
    load: () =>
      Promise.resolve({ backend: 'wasm', threads: 1, device: null, integrity: 'sha256', fallback: null } as const),
    generate: async (_model, { recipe }, options) => {
      await run(recipe, options as unknown as GenerateOptions);
      return { nfe: recipe.numSteps, ms: 4, networkMs: 4 };
    },
    likelihood: () => Promise.reject(new Failure('cancelled')),
    ask: () => Promise.reject(new Failure('cancelled')),
    dispose: () => {},
  };
  return new Session('auto', () => client);
}

/** Every frame of a run, at once. */
export function wholeRun({ numSteps }: Recipe, { onFrame }: GenerateOptions): Promise<void> {
  for (let index = 0; index <= numSteps; index++) onFrame(frameOf(index, numSteps));
  return Promise.resolve();
}
