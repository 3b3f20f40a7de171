import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { run as runEngine } from '../../../src/engine/diffusion/run.ts';
import { samplerIds, samplers, type SamplerId } from '../../../src/engine/diffusion/samplers/index.ts';
import { parseManifest, type Manifest } from '../../../src/contract/manifest.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import type { Asked } from '../../../src/features/prompt/logic/chips.ts';
import { createClient } from '../../../src/worker/page/client.ts';
import type { BackendChoice, BackendReport, ModelSource, RunSummary } from '../../../src/contract/tasks.ts';
import type { Settled } from './prompt.svelte.ts';

/** A run as plain data that crosses into the test. */
export interface Ran {
  readonly summary: RunSummary;
  /** x of every frame. */
  readonly frames: number[][];
  /** Milliseconds up to every frame, and of those inside the network. */
  readonly ms: number[];
  readonly networkMs: number[];
}

/** How a run that was cancelled ended, and how many frames had come by then. */
export interface Ended {
  readonly how: string;
  readonly frames: number;
}

/** One client a page, as on the site. */
const client = createClient();
let model: ModelSource & { readonly manifest: Manifest };

/** Loads a model whose manifest lies at this address, its file beside it. */
export async function load(manifestUrl: string, backend: BackendChoice): Promise<BackendReport> {
  const manifest = parseManifest(await (await fetch(manifestUrl)).json());
  model = { manifest, url: new URL(manifest.file, manifestUrl).href };
  return client.load(model, { backend });
}

/** Runs a recipe on the model loaded last, in a lane of its own where one is named. */
export async function run(recipe: Recipe, lane: { lane?: string } = {}): Promise<Ran> {
  const frames: number[][] = [];
  const ms: number[] = [];
  const networkMs: number[] = [];
  const summary = await client.generate(
    model,
    { recipe },
    {
      ...lane,
      onFrame: (frame) => {
        frames[frame.index] = [...frame.x.data];
        ms[frame.index] = frame.ms;
        networkMs[frame.index] = frame.networkMs;
      },
    },
  );
  return { summary, frames, ms, networkMs };
}

/** Milliseconds until all of these are there: one after another, or side by side in lanes of their own. */
export async function timeOf(recipes: readonly Recipe[], sideBySide: boolean): Promise<number> {
  const started = performance.now();
  const make = (recipe: Recipe, lane: string) => client.generate(model, { recipe }, { lane, onFrame: () => {} });
  if (sideBySide) await Promise.all(recipes.map((recipe, i) => make(recipe, `lane-${i}`)));
  else for (const recipe of recipes) await make(recipe, 'lane');
  return performance.now() - started;
}

/** Starts a run and cancels it when so many frames have come. */
export async function cancelAfter(recipe: Recipe, count: number): Promise<Ended> {
  const controller = new AbortController();
  let frames = 0;
  const onFrame = () => {
    frames += 1;
    if (frames === count) controller.abort();
  };
  const how = await client.generate(model, { recipe }, { signal: controller.signal, onFrame }).then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  return { how, frames };
}

export { samplerIds };

const generator = new TorchGenerator(42);

/** Draws so many values from N(0, 1), as a sampler does. */
export function drawNoise(size: number): void {
  generator.randn([1, 1, 1, size]);
}

/** Milliseconds a step of a sampler on a network that takes no time: its own arithmetic, noise and frames included. */
export async function ownMs(sampler: SamplerId, shape: [c: number, h: number, w: number], numSteps: number) {
  const { schedules } = samplers[sampler];
  const levels = {
    sampler,
    numSteps,
    sigmas: schedules?.[0] ?? 'karras',
    betas: 'linear',
    spacing: 'leading',
  } as const;
  const options = {
    ...levels,
    shape: [1, ...shape] as const,
    seed: 42,
    condition: new Float32Array(0),
    guidanceScale: 1,
  };
  const started = performance.now();
  let frames = 0;
  for await (const { index } of runEngine(options, (x) => Promise.resolve({ x0: x }))) frames = index;
  return (performance.now() - started) / frames;
}

/** Puts a prompt box on the page. Loaded like this, its styles come with it. */
export async function prompt(manifest: Manifest, asked: Asked): Promise<Settled> {
  const { showPrompt } = await import('./prompt.svelte.ts');
  return showPrompt(manifest, asked);
}

export { drifts, nearest } from './nearest.ts';
