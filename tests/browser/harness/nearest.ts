import { sizeOf, type Tensor } from '../../../src/engine/tensor.ts';
import { parseManifest } from '../../../src/contract/manifest.ts';
import { drift, findNearest } from '../../../src/features/training-neighbours/logic/find-nearest.ts';
import { readIndex, type TrainingIndex } from '../../../src/features/training-neighbours/logic/read-index.ts';
import { portraitsOf, Rasteriser } from '../../../src/features/training-neighbours/logic/redraw.ts';
import { fetchBytes, fetchEightBit } from '../../../src/session/eight-bit.ts';

interface Model {
  readonly samples: readonly Tensor[];
  readonly index: TrainingIndex;
}

async function open(manifestUrl: string): Promise<Model> {
  const manifest = parseManifest(await (await fetch(manifestUrl)).json());
  const file = (name = '') => new URL(name, manifestUrl).href;
  const shape = [1, ...manifest.shape] as const;
  return {
    samples: await fetchEightBit(file(manifest.samples?.file), shape),
    index: await readIndex(await fetchBytes(file(manifest.nearest?.file)), sizeOf(shape)),
  };
}

/** What the page finds for one of a model's samples: distance and words, the nearest first. */
export async function nearest(manifestUrl: string, sample: number) {
  const { samples, index } = await open(manifestUrl);
  const picture = samples[sample];
  if (picture === undefined) throw new RangeError(`sample ${sample} of ${samples.length}`);
  const { signal } = new AbortController();
  const found = await findNearest(picture, index, { count: 5, signal, onProgress: () => {} });
  return found.map(({ distance, words }) => ({ distance, words }));
}

/** Draws training pictures again, evenly through the training set: how far each lies from what the index holds. */
export async function drifts(manifestUrl: string, count: number): Promise<number[]> {
  const { index } = await open(manifestUrl);
  if (index.kind !== 'redrawn') throw new Error('these are not drawn again');
  const portraitAt = await portraitsOf(index);
  const rasteriser = new Rasteriser();
  const found: number[] = [];
  for (let k = 0; k < count; k++) {
    const place = Math.floor(((k + 0.5) * index.count) / count);
    const { pixelated, draw } = portraitAt(place);
    found.push(drift(await rasteriser.paint(await draw(), pixelated), place, index));
  }
  return found;
}
