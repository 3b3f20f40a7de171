import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Grid, type Asked } from '../../../src/features/grid/grid.svelte.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import type { CatalogueEntry } from '../../../src/session/catalogue.ts';
import type { GenerateOptions } from '../../../src/worker/page/client.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';
import { recipeOf, sessionRunning, wholeRun } from '../../session/fakes.ts';

vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0));

const asked: Asked = {
  model: { manifest: manifestWith() } as CatalogueEntry,
  recipe: recipeOf(),
  plan: {
    columns: { name: 'numSteps', values: ['3', '4'] },
    rows: { name: 'guidanceScale', values: ['1', '2'] },
    equal: false,
  },
};

let made: Recipe[];
let settled: Asked[];
let run: (recipe: Recipe, options: GenerateOptions) => Promise<void>;

beforeEach(() => {
  made = [];
  settled = [];
  run = wholeRun;
});

function grid(): Grid {
  const session = sessionRunning((recipe, options) => {
    made.push(recipe);
    return run(recipe, options);
  });
  return new Grid(session, asked, (now) => settled.push(now));
}

const whenDone = (of: Grid) => vi.waitUntil(() => !of.study.running);

describe('a grid', () => {
  it('runs every cell', async () => {
    const four = grid();
    await four.run();
    expect([four.finished, four.share]).toEqual([4, 1]);
    expect(four.runs.map(({ recipe }) => [recipe.guidanceScale, recipe.numSteps])).toEqual([
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
    ]);
  });

  it('makes only what is not there when an edge changes, and says what it is now', async () => {
    const four = grid();
    await four.run();
    expect(four.write('columns', '4, 6')).toBe(true);
    await whenDone(four);
    expect(made.slice(4).map(({ guidanceScale, numSteps }) => [guidanceScale, numSteps])).toEqual([
      [1, 6],
      [2, 6],
    ]);
    four.turn();
    await whenDone(four);
    expect(made).toHaveLength(6);
    expect(settled.map(({ plan }) => plan.columns.values)).toEqual([
      ['4', '6'],
      ['1', '2'],
    ]);
  });

  it('makes what came out alike once', async () => {
    const four = grid();
    four.write('rows', '1, 2');
    await whenDone(four);
    made = [];
    four.choose('rows', 'sampler');
    four.write('rows', 'lcm, tcd');
    four.write('columns', '60, 70');
    await whenDone(four);
    expect(new Set(four.runs).size).toBe(2);
    expect(four.finished).toBe(4);
  });

  it('names values that make no sense, and changes nothing where too few are left', async () => {
    const four = grid();
    await four.run();
    expect(four.write('columns', 'many, 5')).toBe(false);
    expect(four.notices.list.map(({ failure }) => failure.detail['value'])).toEqual(['many', '1 ×']);
    expect(settled).toEqual([]);
  });

  it('stops, keeps the cells that are there, and goes on from them', async () => {
    const four = grid();
    const stopped = ({ signal }: GenerateOptions) =>
      new Promise<void>((_, reject) => {
        signal?.addEventListener('abort', () => reject(new Failure('cancelled')));
      });
    run = (recipe, options) => (recipe.guidanceScale === 1 ? wholeRun(recipe, options) : stopped(options));
    const running = four.run();
    await vi.waitUntil(() => four.finished === 2);
    expect(four.study.running).toBe(true);
    four.stop();
    await running;
    expect([four.finished, four.study.running, four.notices.list]).toEqual([2, false, []]);
    run = wholeRun;
    await four.run();
    expect([four.finished, made.length]).toEqual([4, 6]);
  });

  it('goes on with the other cells when one fails, and says so', async () => {
    const four = grid();
    run = (recipe, options) =>
      recipe.guidanceScale === 2 && recipe.numSteps === 3
        ? Promise.reject(new Failure('level-out-of-range', { sigma: 200, accepted: '0.002 … 160' }))
        : wholeRun(recipe, options);
    await four.run();
    expect([four.finished, four.notices.list.map(({ failure }) => failure.code)]).toEqual([3, ['level-out-of-range']]);
  });
});
