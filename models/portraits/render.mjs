/** From DiceBear's options to the 32x32 pixels that the network sees. */
import * as collection from '@dicebear/collection';
import { createAvatar } from '@dicebear/core';
import sharp from 'sharp';
import { DRAWN, rasterise as shrink } from '../lib/raster.mjs';

/** 'pixel-art' -> DiceBear's style. */
export const styleOf = (id) => collection[id.replace(/-(.)/g, (_, letter) => letter.toUpperCase())];

/** The options that a style understands: {name: JSON schema}. */
export const schemaOf = (id) => styleOf(id).schema.properties;

/** -> SVG */
export const draw = (id, options) => createAvatar(styleOf(id), { ...options, size: DRAWN }).toString();

/** SVG -> 32x32, RGB bytes; pixel art, which is 16x16 by nature, without blending. */
export const rasterise = (svg, pixelated) => shrink(sharp, svg, pixelated ? 'nearest' : 'lanczos3');
