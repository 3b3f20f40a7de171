import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Grid, type Asked } from '../../../src/features/grid/grid.svelte.ts';
import { Failure } from '../../../src/contract/failure.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import { Session } from '../../../src/session/session.svelte.ts';
import type { CatalogueEntry } from '../../../src/session/catalogue.ts';
import type { Client, GenerateOptions } from '../../../src/worker/page/client.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';
import { frameOf, recipeOf } from '../../session/fakes.ts';

vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0));

const report = { backend: 'wasm', threads: 1, device: null, integrity: 'sha256', fallback: null } as const;
const asked: Asked = {
  model: { manifest: manifestWith() } as CatalogueEntry,
  recipe: recipeOf(),
  plan: {
    columns: { name: 'steps', values: ['3', '4'] },
    rows: { name: 'guidance', values: ['1', '2'] },
    equal: false,
  },
};

let made: Recipe[];
let settled: Asked[];
let run: (recipe: Recipe, options: Pick<GenerateOptions, 'onFrame' | 'signal'>) => Promise<void>;

beforeEach(() => {
  made = [];
  settled = [];
  run = (recipe, { onFrame }) => {
    for (let index = 0; index <= recipe.steps; index++) onFrame(frameOf(index, recipe.steps));
    return Promise.resolve();
  };
});

function grid(): Grid {
  const client = {
    load: () => Promise.resolve(report),
    generate: async (_model: unknown, { recipe }: { recipe: Recipe }, options: GenerateOptions) => {
      made.push(recipe);
      await run(recipe, options);
      return { nfe: recipe.steps, ms: 4, networkMs: 4 };
    },
    dispose: () => {},
  } as unknown as Client;
  return new Grid(new Session('auto', () => client), asked, (now) => settled.push(now));
}

const whenDone = (of: Grid) => vi.waitUntil(() => !of.study.running);

describe('a grid', () => {
  it('runs every cell', async () => {
    const four = grid();
    await four.run();
    expect([four.finished, four.share]).toEqual([4, 1]);
    expect(four.runs.map(({ recipe }) => [recipe.guidance, recipe.steps])).toEqual([
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
    expect(made.slice(4).map(({ guidance, steps }) => [guidance, steps])).toEqual([
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

  it('stops between cells, keeps what is there, and goes on from it', async () => {
    const whole = run;
    const four = grid();
    run = async (recipe, options) => {
      if (made.length === 2) {
        four.stop();
        throw new Failure('cancelled');
      }
      await whole(recipe, options);
    };
    await four.run();
    expect([four.finished, four.study.running, four.notices.list]).toEqual([1, false, []]);
    run = whole;
    await four.run();
    expect([four.finished, made.length]).toEqual([4, 5]);
  });
});
