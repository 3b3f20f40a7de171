import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Comparison } from '../../../src/features/compare/comparison.svelte.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import type { CatalogueEntry } from '../../../src/session/catalogue.ts';
import type { GenerateOptions } from '../../../src/worker/page/client.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';
import { frameOf, recipeOf, sessionRunning, wholeRun } from '../../session/fakes.ts';

vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0));
vi.stubGlobal('cancelAnimationFrame', () => {});

const model = { manifest: manifestWith() } as CatalogueEntry;

let asked: Recipe[];
let settled: (readonly Recipe[])[];
let run: (recipe: Recipe, options: GenerateOptions) => Promise<void>;

beforeEach(() => {
  asked = [];
  settled = [];
  run = wholeRun;
});

function comparisonOf(...recipes: Recipe[]): Comparison {
  const session = sessionRunning((recipe, options) => {
    asked.push(recipe);
    return run(recipe, options);
  });
  const lanes = recipes.map((recipe) => ({ model, recipe }));
  return new Comparison(session, lanes, { still: () => true, onSettled: (all) => settled.push(all) });
}

const stepsOf = ({ shown }: Comparison) => shown.map(({ recipe, complete }) => [recipe.numSteps, complete]);
const rerun = () => vi.waitUntil(() => asked.length > 2);

describe('a comparison', () => {
  it('runs every recipe, and ends at the finished pictures where nothing may move', async () => {
    const comparison = comparisonOf(recipeOf(), recipeOf({ numSteps: 8 }));
    await comparison.run();
    expect(stepsOf(comparison)).toEqual([
      [4, true],
      [8, true],
    ]);
    expect(comparison.player.index).toBe(comparison.last);
    expect(comparison.frameAt(0, comparison.last)?.index).toBe(4);
    expect(comparison.frameAt(1, comparison.last)?.index).toBe(8);
    expect(comparison.progress).toEqual({ done: 12, all: 12 });
  });

  it('makes only what is not there yet', async () => {
    const comparison = comparisonOf(recipeOf(), recipeOf({ numSteps: 8 }));
    await comparison.run();
    comparison.edit(1, { numSteps: 6 });
    await rerun();
    await vi.waitUntil(() => !comparison.study.running);
    expect(asked.map(({ numSteps }) => numSteps)).toEqual([4, 8, 6]);
    comparison.edit(1, { numSteps: 8 });
    await vi.waitUntil(() => comparison.shown[1]?.recipe.numSteps === 8);
    expect(asked).toHaveLength(3);
    await comparison.run(true);
    expect(asked.map(({ numSteps }) => numSteps)).toEqual([4, 8, 6, 4, 8]);
  });

  it('keeps its noise level when a lane gets other steps, and shows the old run until the new one is there', async () => {
    const comparison = comparisonOf(recipeOf({ numSteps: 40 }), recipeOf({ numSteps: 40 }));
    await comparison.run();
    comparison.player.seek(20);
    const level = comparison.shared.columns[20]!;
    let arrive = () => {};
    run = (recipe, { onFrame }) => {
      for (let index = 0; index < 5; index++) onFrame(frameOf(index, recipe.numSteps));
      return new Promise((resolve) => {
        arrive = () => {
          for (let index = 5; index <= recipe.numSteps; index++) onFrame(frameOf(index, recipe.numSteps));
          resolve();
        };
      });
    };
    comparison.edit(1, { numSteps: 30 });
    await rerun();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stepsOf(comparison)[1]).toEqual([40, true]);
    arrive();
    await vi.waitUntil(() => comparison.shown[1]?.recipe.numSteps === 30);
    expect(Math.abs(Math.log(comparison.shared.columns[comparison.player.index]! / level))).toBeLessThan(1e-6);
  });

  it('shares one noise until each is given its own', async () => {
    const comparison = comparisonOf(recipeOf({ seed: 5 }), recipeOf({ seed: 5, numSteps: 8 }));
    const seeds = () => comparison.lanes.map(({ recipe }) => recipe.seed);
    comparison.edit(1, { seed: 9 });
    expect([seeds(), comparison.ownNoise]).toEqual([[9, 9], false]);
    comparison.giveOwnNoise(true);
    expect([seeds(), comparison.ownNoise]).toEqual([[9, 10], true]);
    comparison.edit(1, { seed: 3 });
    expect(seeds()).toEqual([9, 3]);
    comparison.giveOwnNoise(false);
    expect(seeds()).toEqual([9, 9]);
    comparison.reroll();
    expect(new Set(seeds()).size).toBe(1);
    comparison.dispose();
    expect(settled).toHaveLength(3);
  });

  it('takes up to four, and lets them go', async () => {
    const comparison = comparisonOf(recipeOf(), recipeOf({ numSteps: 8 }));
    await comparison.run();
    for (let k = 0; k < 3; k++) comparison.add();
    expect(comparison.lanes).toHaveLength(4);
    await comparison.run();
    comparison.remove(1);
    expect(stepsOf(comparison)).toEqual([
      [4, true],
      [8, true],
      [8, true],
    ]);
    expect(settled.map((recipes) => recipes.length)).toEqual([3, 4, 3]);
    comparison.dispose();
  });

  it('says what failed, and tries again', async () => {
    run = () => Promise.reject(new Failure('worker-lost'));
    const comparison = comparisonOf(recipeOf(), recipeOf({ numSteps: 8 }));
    await comparison.run();
    expect(comparison.notices.list.map(({ failure }) => failure.code)).toEqual(['worker-lost']);
    run = wholeRun;
    comparison.notices.list[0]?.retry?.();
    await vi.waitUntil(() => comparison.shown.every(({ complete }) => complete));
    await vi.waitUntil(() => comparison.notices.list.length === 0);
  });
});
