import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { sizeOf } from '../../../src/engine/tensor.ts';
import { readIndex, wordsAt, type TrainingIndex } from '../../../src/features/training-neighbours/logic/read-index.ts';
import { portraitsOf } from '../../../src/features/training-neighbours/logic/redraw.ts';
import {
  componentDistances,
  pictureDistances,
  project,
  smallest,
} from '../../../src/features/training-neighbours/logic/search.ts';
import { fromEightBit } from '../../../src/session/eight-bit.ts';
import { shipped as models, shippedGans } from '../../shipped.ts';

const shipped = [...models, ...shippedGans].filter(({ manifest }) => manifest.nearest !== undefined);

const { signal } = new AbortController();

/** The place of the training picture that is nearest as far as the index knows, by its squared distance. */
async function first(values: Float32Array, index: TrainingIndex): Promise<{ place: number; square: number }> {
  const distances =
    index.kind === 'pictures'
      ? await pictureDistances(index, values, signal)
      : await componentDistances(index, project(values, index), signal);
  const [place = -1] = smallest(distances, 1);
  return { place, square: distances[place]! };
}

async function wordsOf(place: number, index: TrainingIndex): Promise<readonly string[]> {
  if (index.kind === 'pictures') return wordsAt(index, place);
  return (await portraitsOf(index))(place).words;
}

test('some model has an index', () => {
  expect(shipped.length).toBeGreaterThan(0);
});

describe.each(shipped)('$folder', ({ folder, manifest }) => {
  it('finds each of its samples, which are training pictures, by itself, with its words', async () => {
    const file = readFileSync(`${folder}/${manifest.nearest!.file}`);
    expect(file.length).toBe(manifest.nearest!.bytes);
    const shape = [1, ...manifest.shape] as const;
    const index = await readIndex(new Uint8Array(file), sizeOf(shape));
    const samples = fromEightBit(new Uint8Array(readFileSync(`${folder}/${manifest.samples!.file}`)), shape);
    const name = (id: string) => manifest.vocabulary.find((word) => word.id === id)!.words[0]!;
    for (const [k, { data }] of samples.entries()) {
      const { place, square } = await first(data, index);
      // Rounding alone sets a component of 48 apart: at most half a step each.
      expect(square).toBeLessThanOrEqual(index.kind === 'pictures' ? 1e-6 : index.scales.length / 4);
      const words = (await wordsOf(place, index)).map(name).sort();
      expect(words).toEqual(manifest.samples!.labels[k]!.split(', ').sort());
    }
  });
});

test('the page draws with the versions that drew the training pictures', () => {
  const read = (path: string) =>
    (JSON.parse(readFileSync(path, 'utf8')) as { dependencies: Record<string, string> }).dependencies;
  const ofPage = read('package.json');
  const ofRecipe = Object.entries(read('models/data/portraits/package.json')).filter(([name]) =>
    name.startsWith('@dicebear'),
  );
  expect(ofRecipe.length).toBeGreaterThan(8);
  expect(ofRecipe.filter(([name, version]) => ofPage[name] !== version)).toEqual([]);
});
