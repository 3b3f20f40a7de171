import type { Denoiser } from '../engine/diffusion/denoiser.ts';
import { run } from '../engine/diffusion/run.ts';
import { sizeOf, type Shape, type Tensor } from '../engine/tensor.ts';
import { defaultRecipe } from '../contract/defaults.ts';
import { formatQuery } from '../contract/query.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Recipe } from '../contract/recipe.ts';
import { runOptionsOf } from '../contract/run-options.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { fetchBytes, fromEightBit } from './eight-bit.ts';
import { inflated, sums } from './packed-frames.ts';
import { Run } from './run.svelte.ts';

/**
 * The model's recorded run, for the time in which the network is not there yet: its estimates of x0 were kept as bytes,
 * and the sampler's own steps are made again from them with the seed's noise.
 * @returns null where there is none for this recipe, or it does not arrive: the page then waits for the live run.
 */
export async function playRecording(model: CatalogueEntry, recipe: Recipe): Promise<Run | null> {
  const { manifest, recordingUrl } = model;
  if (recordingUrl === null || formatQuery(recipe) !== formatQuery(defaultRecipe(manifest))) return null;
  const shape: Shape = [1, ...manifest.shape];
  try {
    const bytes = sums(await inflated(await fetchBytes(recordingUrl)), sizeOf(shape));
    return await replay(fromEightBit(bytes, shape), recipe, manifest);
  } catch {
    return null;
  }
}

async function replay(estimates: readonly Tensor[], recipe: Recipe, manifest: Manifest): Promise<Run> {
  const made = new Run(recipe, 'recorded');
  // What guidance combined was recorded as it came out, so the replay asks once a step.
  const options = { ...runOptionsOf(recipe, manifest), guidanceScale: 1 };
  for await (const frame of run(options, recorded(estimates))) made.push({ ...frame, ms: 0, networkMs: 0 });
  made.announce();
  return made;
}

/** A denoiser that says, call after call, what was recorded. */
function recorded(estimates: readonly Tensor[]): Denoiser {
  let call = 0;
  return () => {
    const x0 = estimates[call++];
    if (x0 === undefined) return Promise.reject(new RangeError(`the recording holds ${estimates.length} estimates`));
    return Promise.resolve({ x0 });
  };
}
