/** Draws a training picture again in the page: every choice follows from how many random numbers were used before it. */
import { choosePortrait } from './choose.mjs';
import { draw } from './dicebear.mjs';
import { Random } from '../random.mjs';
import { SHARD, seedOf } from './splits.mjs';

/**
 * What the picture `index` of the training split shows, and how to draw it.
 * gaps: random numbers used from one picture's beginning to the next one's, shard by shard; seed: draw.mjs's.
 * -> {words: ids, pixelated, draw: () -> Promise of an SVG}
 */
export function portraitAt(index, gaps, seed) {
  const shard = Math.floor(index / SHARD);
  const random = new Random(seedOf('train', seed, shard));
  for (let i = shard * SHARD; i <= index; i += 1) random.skip(gaps[i]);
  const { style, options, words } = choosePortrait(random);
  return { words: [...words], pixelated: style.pixelated ?? false, draw: () => draw(style.id, options) };
}
