import type { Tensor } from '../../../engine/tensor.ts';
import { Failure } from '../../../contract/failure.ts';
import { contextOf } from '../../../kit/paint/picture.ts';
import { centredCrop, fromPixels, type Pixels } from './from-pixels.ts';
import { isNegative, negative } from './polarity.ts';

/** What every browser reads. */
const formats = 'PNG, JPEG, WebP, GIF, BMP';
const mostMegabytes = 50;

/** Pixels averaged into one, along each side: browsers that scale down coarsely do so by at most the rest of the way. */
const finest = 16;

/**
 * A visitor's file as a picture for a model: its middle, scaled to the model's shape, on white where it is transparent.
 * A gray one is turned round where its background is the other way than that of the model's own pictures.
 * @param shape [c, h, w]
 * @param examples pictures that the model learned from; may be none
 * @throws Failure picture-invalid, naming what would be accepted.
 */
export async function readPicture(
  file: File,
  shape: readonly [number, number, number],
  examples: readonly Tensor[],
): Promise<Tensor> {
  const refused = (cause?: unknown) =>
    new Failure('picture-invalid', { name: file.name, formats, megabytes: mostMegabytes }, { cause });
  if (file.size > mostMegabytes * 1e6) throw refused();
  const bitmap = await createImageBitmap(file).catch((error: unknown) => {
    throw refused(error);
  });
  try {
    const picture = fromPixels(pixelsOf(bitmap, shape), shape);
    return isNegative(picture, examples) ? negative(picture) : picture;
  } finally {
    bitmap.close();
  }
}

function pixelsOf(bitmap: ImageBitmap, [, h, w]: readonly [number, number, number]): Pixels {
  const { left, top, width, height } = centredCrop(bitmap, w / h);
  const block = Math.max(1, Math.min(finest, Math.floor(width / w)));
  const canvas = document.createElement('canvas');
  canvas.width = block * w;
  canvas.height = block * h;
  const context = contextOf(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, left, top, width, height, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
