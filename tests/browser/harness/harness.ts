import { parseManifest } from '../../../src/recipe/manifest.ts';
import type { Recipe } from '../../../src/recipe/recipe.ts';
import { createClient } from '../../../src/worker/client.ts';
import type { BackendChoice, BackendReport, RunSummary } from '../../../src/worker/protocol.ts';

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

/** Loads a model whose manifest lies at this address, its file beside it. */
export async function load(manifestUrl: string, backend: BackendChoice): Promise<BackendReport> {
  const manifest = parseManifest(await (await fetch(manifestUrl)).json());
  return client.load({ manifest, url: new URL(manifest.file, manifestUrl).href }, { backend });
}

/** Runs a recipe on the model loaded last. */
export async function run(recipe: Recipe): Promise<Ran> {
  const frames: number[][] = [];
  const ms: number[] = [];
  const networkMs: number[] = [];
  const summary = await client.run(recipe, {
    onFrame: (frame) => {
      frames[frame.index] = [...frame.x.data];
      ms[frame.index] = frame.ms;
      networkMs[frame.index] = frame.networkMs;
    },
  });
  return { summary, frames, ms, networkMs };
}

/** Starts a run and cancels it when so many frames have come. */
export async function cancelAfter(recipe: Recipe, count: number): Promise<Ended> {
  const controller = new AbortController();
  let frames = 0;
  const onFrame = () => {
    frames += 1;
    if (frames === count) controller.abort();
  };
  const how = await client.run(recipe, { signal: controller.signal, onFrame }).then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );
  return { how, frames };
}
