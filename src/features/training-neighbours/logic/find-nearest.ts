import { tensor, type Tensor } from '../../../engine/tensor.ts';
import { Failure } from '../../../contract/failure.ts';
import { breath } from './breath.ts';
import { wordsAt, type PicturesIndex, type RedrawnIndex, type TrainingIndex } from './read-index.ts';
import { portraitsOf, Rasteriser } from './redraw.ts';
import { componentDistances, pictureDistances, project, smallest } from './search.ts';

/** A training picture, and how far it is: Euclidean over the values on [-1, 1]. */
export interface Neighbour {
  readonly picture: Tensor;
  readonly distance: number;
  /** Ids of the vocabulary that say what it shows. */
  readonly words: readonly string[];
}

export interface FindOptions {
  readonly count: number;
  readonly signal: AbortSignal;
  /** Told how many of the candidates were drawn and compared. */
  readonly onProgress: (done: number, all: number) => void;
}

/**
 * The training pictures that are nearest to a picture, the nearest first. In short slices, so that the page stays alive.
 * @param picture [1, c, h, w]; what lies outside of [-1, 1] is clipped, as it is when it is shown.
 * @throws the signal's reason once it is aborted; Failure canvas-unreadable where the browser falsifies what was drawn.
 */
export function findNearest(picture: Tensor, index: TrainingIndex, options: FindOptions): Promise<Neighbour[]> {
  const values = picture.data.map((value) => Math.min(1, Math.max(-1, value)));
  const clipped = tensor(picture.shape, values);
  return index.kind === 'pictures' ? among(clipped, index, options) : amongRedrawn(clipped, index, options);
}

async function among(picture: Tensor, index: PicturesIndex, { count, signal }: FindOptions): Promise<Neighbour[]> {
  const distances = await pictureDistances(index, picture.data, signal);
  const size = picture.data.length;
  return smallest(distances, count).map((place) => ({
    picture: tensor(
      picture.shape,
      Float32Array.from(index.pictures.subarray(place * size, (place + 1) * size), (byte) => byte / 127.5 - 1),
    ),
    distance: Math.sqrt(distances[place] ?? 0),
    words: wordsAt(index, place),
  }));
}

async function amongRedrawn(
  picture: Tensor,
  index: RedrawnIndex,
  { count, signal, onProgress }: FindOptions,
): Promise<Neighbour[]> {
  const distances = await componentDistances(index, project(picture.data, index), signal);
  const candidates = smallest(distances, index.candidates);
  const portraitAt = await portraitsOf(index);
  const rasteriser = new Rasteriser();
  const neighbours: Neighbour[] = [];
  for (const [done, place] of candidates.entries()) {
    await breath(signal);
    onProgress(done, candidates.length);
    const { words, pixelated, draw } = portraitAt(place);
    const drawn = await rasteriser.paint(await draw(), pixelated);
    if (!(drift(drawn, place, index) <= tolerance)) throw new Failure('canvas-unreadable');
    neighbours.push({ picture: drawn, distance: euclidean(drawn, picture), words });
  }
  signal.throwIfAborted();
  return neighbours.sort((a, b) => a.distance - b.distance).slice(0, count);
}

/**
 * How far a drawing may lie from what the index holds of it, in its components. Chromium's lie up to 2.3 away, nearly all
 * of it the index's own rounding; false pixels, as browsers that resist fingerprinting hand them out, lie farther.
 */
const tolerance = 6;

/** The distance of a drawing from what the index holds of that picture, in its components. */
export function drift(drawn: Tensor, place: number, index: RedrawnIndex): number {
  const gaps = project(drawn.data, index).map((value, row) => value - (index.codes[row * index.count + place] ?? NaN));
  return Math.hypot(...gaps) * index.step;
}

function euclidean(a: Tensor, b: Tensor): number {
  let sum = 0;
  for (const [i, value] of a.data.entries()) sum += (value - (b.data[i] ?? NaN)) ** 2;
  return Math.sqrt(sum);
}
