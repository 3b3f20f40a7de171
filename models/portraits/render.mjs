/** From a drawing to the 32x32 pixels that the network sees. */
import sharp from 'sharp';
import { DRAWN } from './dicebear.mjs';

export const EDGE = 32;

/** SVG -> 128x128 -> 32x32, RGB bytes. Lanczos; pixel art, which is 16x16 by nature, without blending. */
export async function rasterise(svg, pixelated) {
  const large = { width: DRAWN, height: DRAWN, channels: 3 };
  const pixels = await sharp(Buffer.from(svg)).resize(DRAWN, DRAWN).removeAlpha().raw().toBuffer();
  const kernel = pixelated ? 'nearest' : 'lanczos3';
  return sharp(pixels, { raw: large }).resize(EDGE, EDGE, { kernel }).raw().toBuffer();
}
