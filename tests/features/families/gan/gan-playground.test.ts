import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultRecipe } from '../../../../src/contract/defaults.ts';
import { Failure } from '../../../../src/contract/failure.ts';
import type { Recipe } from '../../../../src/contract/recipe.ts';
import type { TimedFrame } from '../../../../src/contract/tasks.ts';
import type { GanFrame } from '../../../../src/engine/gan/run.ts';
import { GanPlayground } from '../../../../src/features/families/gan/gan-playground.svelte.ts';
import type { CatalogueEntry } from '../../../../src/session/catalogue.ts';
import { manifestWith } from '../../../contract/manifest-for-tests.ts';
import { sessionRunning, wholeRun } from '../../../session/fakes.ts';
import { shippedGans } from '../../../shipped.ts';

vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 0));
vi.stubGlobal('cancelAnimationFrame', () => {});

const [{ manifest }] = shippedGans as [(typeof shippedGans)[number]];
const model = { manifest } as CatalogueEntry<'gan'>;
const diffusion = { manifest: manifestWith() } as CatalogueEntry;
const recipe = { ...defaultRecipe(manifest), seed: 42 };

/** A picture that says which seed and place on the way it is of. */
function frameOf({ seed, mix = 0, truncation = 1 }: Recipe): TimedFrame<GanFrame> {
  const x = { shape: [1, 1, 1, 1] as const, data: Float32Array.of(seed + mix) };
  const z = { shape: [1, 1, 1, 1] as const, data: Float32Array.of(truncation) };
  return { family: 'gan', index: 0, numSteps: 0, x, z, nfe: 1, ms: 1, networkMs: 1 };
}

let drawn: Recipe[];
let diffused: Recipe[];
let settled: Recipe[];
/** What drawing waits for. */
let gate: () => Promise<void>;

beforeEach(() => {
  drawn = [];
  diffused = [];
  settled = [];
  gate = () => Promise.resolve();
});

function playgroundOf(asked: Recipe = recipe, counterpart: CatalogueEntry | null = diffusion): GanPlayground {
  const session = sessionRunning(async (recipe, options) => {
    if (recipe.family !== 'gan') {
      diffused.push(recipe);
      return wholeRun(recipe, options);
    }
    drawn.push(recipe);
    await gate();
    (options.onFrame as unknown as (frame: TimedFrame<GanFrame>) => void)(frameOf(recipe));
  });
  return new GanPlayground(session, model, asked, {
    motion: { reduced: true },
    onSettled: (recipe) => settled.push(recipe),
    findCounterpart: () => Promise.resolve(counterpart),
  });
}

const shownIn = ({ shown }: GanPlayground) => shown?.at(0)?.x.data[0];
const whenShown = (playground: GanPlayground, value: number) =>
  vi.waitUntil(() => Math.abs((shownIn(playground) ?? NaN) - value) < 1e-3);
const whenDiffused = ({ counterpart }: GanPlayground) => vi.waitUntil(() => counterpart.study.phase.name === 'done');

describe("a GAN's page", () => {
  it('draws in one evaluation, with the ends of the way, and then has the same drawn by diffusion', async () => {
    const playground = playgroundOf();
    expect(playground.phase.name).toBe('waiting');
    await playground.start();
    expect(playground.shown?.complete).toBe(true);
    expect(playground.shown?.frames).toHaveLength(1);
    expect(playground.ends?.map((run) => run.at(0)?.x.data[0])).toEqual([42, 43]);
    await whenDiffused(playground);
    const { shown, player } = playground.counterpart;
    expect(shown?.recipe).toMatchObject({ model: 'digits', seed: 42, condition: recipe.condition });
    // Nothing moves for who wants no motion: it ends at the finished picture.
    expect([shown?.complete, player.index]).toEqual([true, shown?.recipe.numSteps]);
  });

  it('draws what is there at once from what was drawn before', async () => {
    const playground = playgroundOf();
    await playground.start();
    const before = drawn.length;
    playground.edit({ seed: 43 });
    await whenShown(playground, 43);
    await vi.waitUntil(() => playground.ends?.[1].at(0)?.x.data[0] === 44);
    // Seed 43 was the other end.
    expect(drawn.slice(before).map(({ seed }) => seed)).toEqual([44]);
  });

  it('follows a drag: one picture at a time, the newest next, and none in between', async () => {
    const playground = playgroundOf();
    await playground.start();
    const before = drawn.length;
    let open = () => {};
    gate = () => new Promise((resolve) => (open = resolve));
    playground.mix(0.1);
    for (const share of [0.2, 0.3, 0.4]) playground.mix(share);
    expect(drawn.slice(before).map(({ mix }) => mix)).toEqual([0.1]);
    gate = () => Promise.resolve();
    open();
    await whenShown(playground, 42.4);
    expect(drawn.slice(before).map(({ mix }) => mix)).toEqual([0.1, 0.4]);
    // The drag is not over: no place to come back to, and nothing for diffusion.
    expect([settled, diffused.length]).toEqual([[], 1]);
    playground.settle();
    expect(settled.at(-1)).toMatchObject({ toSeed: 43, mix: 0.4 });
    await vi.waitUntil(() => diffused.length === 2);
    expect(diffused.at(-1)).toMatchObject({ toSeed: 43, mix: 0.4 });
  });

  it('leaves diffusion alone where only the truncation changes', async () => {
    const playground = playgroundOf();
    await playground.start();
    await whenDiffused(playground);
    playground.edit({ truncation: 0.5 });
    playground.settle();
    await vi.waitUntil(() => playground.shown?.recipe.truncation === 0.5);
    await whenDiffused(playground);
    expect(playground.shown?.at(0)?.z.data[0]).toBe(0.5);
    expect(diffused).toHaveLength(1);
  });

  it('goes where the browser leads back to, diffusion with it', async () => {
    const playground = playgroundOf();
    await playground.start();
    playground.mix(0.5);
    await whenShown(playground, 42.5);
    playground.open(model, { ...recipe, seed: 5 });
    await whenShown(playground, 5);
    expect(playground.recipe).toEqual({ ...recipe, seed: 5 });
    await vi.waitUntil(() => diffused.at(-1)?.seed === 5);
    expect(settled).toEqual([]);
  });

  it('says so where it fails, and can be tried again', async () => {
    const playground = playgroundOf();
    gate = () => Promise.reject(new Failure('worker-lost'));
    await playground.start();
    expect(playground.phase.name).toBe('failed');
    expect(playground.notices.list.map(({ failure }) => failure.code)).toEqual(['worker-lost']);
    expect(diffused).toEqual([]);
    gate = () => Promise.resolve();
    playground.notices.list[0]?.retry?.();
    await whenShown(playground, 42);
    await vi.waitUntil(() => playground.notices.list.length === 0);
    expect(playground.phase.name).toBe('ready');
  });

  it('works without a counterpart', async () => {
    const playground = playgroundOf(recipe, null);
    await playground.start();
    await whenDiffused(playground);
    expect([playground.counterpart.model, playground.counterpart.shown, diffused.length]).toEqual([null, null, 0]);
  });

  it('does nothing any more once it was left', async () => {
    const playground = playgroundOf();
    const started = playground.start();
    playground.dispose();
    await started;
    expect([playground.shown, drawn, diffused]).toEqual([null, [], []]);
  });
});
