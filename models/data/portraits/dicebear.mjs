/** DiceBear's drawings, in Node and in the page: a style arrives when it is asked for. */
import { createAvatar } from '@dicebear/core';
import { DRAWN } from '../raster.mjs';

const packages = {
  adventurer: () => import('@dicebear/adventurer'),
  'big-ears': () => import('@dicebear/big-ears'),
  'big-smile': () => import('@dicebear/big-smile'),
  dylan: () => import('@dicebear/dylan'),
  'fun-emoji': () => import('@dicebear/fun-emoji'),
  lorelei: () => import('@dicebear/lorelei'),
  micah: () => import('@dicebear/micah'),
  miniavs: () => import('@dicebear/miniavs'),
  'open-peeps': () => import('@dicebear/open-peeps'),
  personas: () => import('@dicebear/personas'),
  'pixel-art': () => import('@dicebear/pixel-art'),
  thumbs: () => import('@dicebear/thumbs'),
  'toon-head': () => import('@dicebear/toon-head'),
};

/** 'pixel-art' -> DiceBear's style; its schema.properties are the options that it understands. */
export const styleOf = (id) => packages[id]();

/** -> SVG of size x size pixels. */
export async function draw(id, options, size = DRAWN) {
  return createAvatar(await styleOf(id), { ...options, size }).toString();
}
