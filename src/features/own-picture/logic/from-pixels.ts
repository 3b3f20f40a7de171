import { tensor, type Tensor } from '../../../engine/tensor.ts';

/** What a canvas hands out: red, green, blue and opacity of each pixel, one byte each, row by row. */
export interface Pixels {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** A part of a picture, in its pixels. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The largest part with those proportions, in the middle. */
export function centredCrop(picture: { width: number; height: number }, proportion: number): Crop {
  const width = Math.min(picture.width, picture.height * proportion);
  const height = width / proportion;
  return { left: (picture.width - width) / 2, top: (picture.height - height) / 2, width, height };
}

/** How bright a colour counts as gray: Rec. 709 luma of the values as they are stored. */
const luma = [0.2126, 0.7152, 0.0722] as const;

/**
 * Pixels as a tensor of a model's shape on [-1, 1], byte 0 to -1 and 255 to +1; gray for one channel, else red, green,
 * blue. Each value is the mean over a block of pixels. Opacity is not looked at.
 * @param shape [c, h, w]
 * @throws RangeError where width and height are not the same whole multiple of w and h.
 */
export function fromPixels({ data, width, height }: Pixels, [c, h, w]: readonly [number, number, number]): Tensor {
  const block = width / w;
  if (!Number.isInteger(block) || block < 1 || height !== block * h) {
    throw new RangeError(`pixels: a whole multiple of ${w} x ${h}, got ${width} x ${height}`);
  }
  const made = tensor([1, c, h, w]);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = 4 * (y * width + x);
      const at = Math.floor(y / block) * w + Math.floor(x / block);
      for (let channel = 0; channel < c; channel++) {
        const byte =
          c === 1 ? luma.reduce((sum, weight, i) => sum + weight * (data[place + i] ?? 0), 0) : data[place + channel];
        made.data[channel * h * w + at] = (made.data[channel * h * w + at] ?? 0) + (byte ?? 0);
      }
    }
  }
  return { data: made.data.map((sum) => sum / (127.5 * block * block) - 1), shape: made.shape };
}
