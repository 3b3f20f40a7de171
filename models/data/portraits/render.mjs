/** From a drawing to the 32x32 pixels that the network sees; pixel art, which is 16x16 by nature, without blending. */
import sharp from 'sharp';
import * as raster from '../raster.mjs';

const kernelOf = (pixelated) => (pixelated ? 'nearest' : 'lanczos3');

/** SVG -> 128x128 -> 32x32, RGB bytes. */
export const rasterise = (svg, pixelated) => raster.rasterise(sharp, svg, kernelOf(pixelated));

/** SVG -> {small: edge x edge, large: four times that}, RGB bytes. */
export async function rasterisePair(svg, pixelated, edge) {
  const large = await raster.paint(sharp, svg, raster.SCALE * edge);
  return { large, small: await raster.shrink(sharp, large, kernelOf(pixelated), edge) };
}

/** 128x128 -> 32x32, RGB bytes. The page does the same without sharp: src/features/training-neighbours/logic/shrink.ts. */
export const shrink = (pixels, pixelated) => raster.shrink(sharp, pixels, kernelOf(pixelated));
