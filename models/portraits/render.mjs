/** From DiceBear's options to the 32x32 pixels that the network sees. */
import * as collection from '@dicebear/collection';
import { createAvatar } from '@dicebear/core';
import sharp from 'sharp';

export const EDGE = 32;
const DRAWN = 128;

/** 'pixel-art' -> DiceBear's style. */
export const styleOf = (id) => collection[id.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];

/** The options that a style understands: {name: JSON schema}. */
export const schemaOf = (id) => styleOf(id).schema.properties;

/** -> SVG */
export const draw = (id, options) => createAvatar(styleOf(id), { ...options, size: DRAWN }).toString();

/** SVG -> 128x128 -> 32x32, RGB bytes. Lanczos; pixel art, which is 16x16 by nature, without blending. */
export async function rasterise(svg, pixelated) {
  const large = { width: DRAWN, height: DRAWN, channels: 3 };
  const pixels = await sharp(Buffer.from(svg)).resize(DRAWN, DRAWN).removeAlpha().raw().toBuffer();
  const kernel = pixelated ? 'nearest' : 'lanczos3';
  return sharp(pixels, { raw: large }).resize(EDGE, EDGE, { kernel }).raw().toBuffer();
}
