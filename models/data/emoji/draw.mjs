/**
 * Draws the emoji and their words: node models/data/emoji/draw.mjs
 *
 * Writes runs/data/train/ and runs/data/test/ (ignored by git) as models/data/shards.mjs says, and kinds.json beside
 * each: the number of the emoji that a picture shows, in the order of names.mjs. A test picture is an emoji in one
 * set; the same emoji in the other sets is in `train`, so no word is held out whole.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { Random } from '../random.mjs';
import { rasterise } from '../raster.mjs';
import { packer, writeShard } from '../shards.mjs';
import { emoji } from './names.mjs';
import { SETS, opener } from './sets.mjs';

const SEED = 1;
const FEWEST = 4; // pictures of an emoji, else it is left out
const HELD_OUT = 0.45; // of the emoji have one picture in `test`

const vocabulary = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url)));
const known = new Set(vocabulary.map(({ id }) => id));
const pack = packer(vocabulary);
const random = new Random(SEED);

/** -> [{split, kind, svg, words}] of one emoji. */
function picturesOf({ name, words }, kind, openers) {
  const drawings = SETS.map((set, index) => ({
    set,
    svg: openers[index](name),
  })).filter(({ svg }) => svg);
  if (drawings.length < FEWEST) return [];
  const held = random.next() < HELD_OUT ? random.pick(drawings) : undefined;
  return drawings.map((drawing) => ({
    split: drawing === held ? 'test' : 'train',
    kind,
    svg: drawing.svg,
    words: [drawing.set.id, ...words.filter((word) => known.has(word))],
  }));
}

async function write(split, pictures) {
  const folder = new URL(`runs/data/${split}/`, import.meta.url);
  mkdirSync(folder, { recursive: true });
  const pixels = [];
  for (const { svg } of pictures) pixels.push(await rasterise(sharp, svg));
  writeShard(
    folder,
    0,
    pixels,
    pictures.map(({ words }) => pack(words)),
  );
  writeFileSync(new URL('kinds.json', folder), JSON.stringify(pictures.map(({ kind }) => kind)));
  console.log(`${split}: ${pictures.length} pictures of ${new Set(pictures.map(({ kind }) => kind)).size} emoji`);
}

const openers = SETS.map(opener);
const pictures = emoji().flatMap((one, kind) => picturesOf(one, kind, openers));
for (const split of ['train', 'test']) {
  await write(
    split,
    pictures.filter((picture) => picture.split === split),
  );
}
