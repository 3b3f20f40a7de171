import type { Tensor } from '../../../engine/tensor.ts';
import { Failure } from '../../../contract/failure.ts';
import { decode } from './decode.ts';
import { fromPixels } from './from-pixels.ts';
import { headerBytes, pictureSize } from './picture-size.ts';
import { isNegative, negative } from './polarity.ts';

/** What every browser reads. */
const formats = 'PNG, JPEG, WebP, GIF, BMP';
const mostMegabytes = 50;

/** Decoded it takes four bytes a pixel: 16384 x 16384 are a gigabyte. */
const mostMegapixels = 268;

/**
 * A visitor's file as a picture for a model: its middle, scaled to the model's shape, on white where it is transparent.
 * A gray one is turned round where its background is the other way than that of the model's own pictures.
 * @param shape [c, h, w]
 * @param examples pictures that the model learned from; may be none
 * @throws Failure picture-invalid, naming what would be accepted; canvas-unreadable where the browser falsifies pixels.
 */
export async function readPicture(
  file: File,
  shape: readonly [number, number, number],
  examples: readonly Tensor[],
): Promise<Tensor> {
  const accepted = { name: file.name, formats, megabytes: mostMegabytes, megapixels: mostMegapixels };
  const refused = (cause?: unknown) => new Failure('picture-invalid', accepted, { cause });
  if (file.size > mostMegabytes * 1e6) throw refused();
  const size = pictureSize(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  if (size !== null && !(size.width * size.height <= mostMegapixels * 1e6)) throw refused();
  const pixels = await decode(file, shape).catch((error: unknown) => {
    throw refused(error);
  });
  if (pixels === null) throw new Failure('canvas-unreadable');
  const picture = fromPixels(pixels, shape);
  return isNegative(picture, examples) ? negative(picture) : picture;
}
