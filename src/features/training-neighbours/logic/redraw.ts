import type { Tensor } from '../../../engine/tensor.ts';
import { Failure } from '../../../contract/failure.ts';
import { contextOf } from '../../../kit/paint/picture.ts';
import type { RedrawnIndex } from './read-index.ts';
import { shrink } from './shrink.ts';

/** A training picture's words (ids of the vocabulary), and how to draw it. */
export interface Portrait {
  readonly words: readonly string[];
  /** Whether it is made small without blending. */
  readonly pixelated: boolean;
  /** Loads its style and draws an SVG. */
  readonly draw: () => Promise<string>;
}

/** What a set of pictures has to offer that can be drawn again. */
interface Door {
  readonly portraitAt: (index: number, gaps: Uint8Array, seed: number) => Portrait;
}

const doors = import.meta.glob<Door>('../../../../models/data/*/redraw.mjs');

/** Edge of what is drawn, before it is made small: the recipe's. */
const drawn = 128;

/**
 * The recipe's own code, by which a training picture is drawn again from its place in the training set.
 * @throws Failure manifest-invalid where the index names a model that has none.
 */
export async function portraitsOf({ model, gaps, seed }: RedrawnIndex): Promise<(place: number) => Portrait> {
  const door = doors[`../../../../models/data/${model}/redraw.mjs`];
  if (door === undefined) {
    throw new Failure('manifest-invalid', {
      field: 'nearest.model',
      value: model,
      accepted: Object.keys(doors).join(),
    });
  }
  const { portraitAt } = await door();
  return (place) => portraitAt(place, gaps, seed);
}

/** Paints SVG drawings and makes them small, one after the other on the same canvas. */
export class Rasteriser {
  readonly #canvas = document.createElement('canvas');

  constructor() {
    this.#canvas.width = this.#canvas.height = drawn;
    // Read back at once, so better painted on the processor.
    this.#canvas.getContext('2d', { willReadFrequently: true });
  }

  /** @returns [1, 3, 32, 32] on [-1, 1] */
  async paint(svg: string, pixelated: boolean): Promise<Tensor> {
    // A new one each time: Firefox goes on painting the first picture of an image that is given another.
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    const context = contextOf(this.#canvas);
    context.clearRect(0, 0, drawn, drawn);
    context.drawImage(image, 0, 0, drawn, drawn);
    return shrink(context.getImageData(0, 0, drawn, drawn), pixelated);
  }
}
