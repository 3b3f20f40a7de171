/** From a drawing to the 32x32 pixels that the network sees. */
import sharp from 'sharp';
import { DRAWN } from './dicebear.mjs';

export const EDGE = 32;

/** SVG -> 128x128 -> 32x32, RGB bytes. */
export async function rasterise(svg, pixelated) {
  return shrink(await sharp(Buffer.from(svg)).resize(DRAWN, DRAWN).removeAlpha().raw().toBuffer(), pixelated);
}

/**
 * 128x128 -> 32x32, RGB bytes. Lanczos; pixel art, which is 16x16 by nature, without blending.
 * The page does the same without sharp: src/ui/nearest/shrink.ts.
 */
export function shrink(pixels, pixelated) {
  const raw = { width: DRAWN, height: DRAWN, channels: 3 };
  const kernel = pixelated ? 'nearest' : 'lanczos3';
  return sharp(pixels, { raw }).resize(EDGE, EDGE, { kernel }).raw().toBuffer();
}
