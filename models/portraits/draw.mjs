/**
 * Draws portraits and their words: node models/portraits/draw.mjs --count 60000 --seed 1 --split train
 *
 * Writes runs/data/<split>/ (ignored by git), in shards of 10,000 pictures as models/lib/shards.mjs says, and
 * data.json: what was asked for, and how many pictures each word has.
 * Splits: `train` and `test` never hold a combination of held-out.mjs, `held-out` holds nothing else.
 * The same seed and count give the same pictures (with the versions of package.json).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { Random } from '../lib/random.mjs';
import { packer, writeShard } from '../lib/shards.mjs';
import { choosePortrait } from './choose.mjs';
import { isHeldOut } from './held-out.mjs';
import { draw, rasterise, schemaOf } from './render.mjs';

const FOLDER = new URL('.', import.meta.url);
const SHARD = 10_000;
const AT_ONCE = 64;
const SPLIT_SALT = { train: 0, test: 0x51a7, 'held-out': 0xe1d0 };

const vocabulary = JSON.parse(readFileSync(new URL('vocabulary.json', FOLDER)));
const pack = packer(vocabulary);

/** The next portrait of this split: draws again until it belongs there. */
function nextPortrait(random, heldOut) {
  for (;;) {
    const portrait = choosePortrait(random, schemaOf);
    if (isHeldOut(portrait.words) === heldOut) return portrait;
  }
}

async function drawOne(random, heldOut) {
  const { style, options, words } = nextPortrait(random, heldOut);
  return { pixels: await rasterise(draw(style.id, options), style.pixelated), words };
}

async function drawShard(count, random, heldOut, counts) {
  const pictures = [];
  const labels = [];
  while (pictures.length < count) {
    // Random numbers are drawn in order, before anything is awaited.
    const batch = Array.from({ length: Math.min(AT_ONCE, count - pictures.length) }, () => drawOne(random, heldOut));
    for (const { pixels, words } of await Promise.all(batch)) {
      pictures.push(pixels);
      labels.push(pack(words));
      for (const word of words) counts[word] += 1;
    }
  }
  return { pictures, labels };
}

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '60000' },
      seed: { type: 'string', default: '1' },
      split: { type: 'string', default: 'train' },
    },
  });
  const [count, seed, split] = [Number(values.count), Number(values.seed), values.split];
  if (!(split in SPLIT_SALT)) throw new Error(`--split ${split}: train, test or held-out`);
  sharp.concurrency(1);
  const folder = new URL(`runs/data/${split}/`, FOLDER);
  mkdirSync(folder, { recursive: true });
  const counts = Object.fromEntries(vocabulary.map(({ id }) => [id, 0]));
  for (let start = 0, shard = 0; start < count; start += SHARD, shard += 1) {
    const random = new Random((seed * 0x9e3779b1 + shard * 0x85ebca6b + SPLIT_SALT[split]) >>> 0);
    const drawn = await drawShard(Math.min(SHARD, count - start), random, split === 'held-out', counts);
    writeShard(folder, shard, drawn.pictures, drawn.labels);
    console.log(`${split}: ${Math.min(start + SHARD, count)} of ${count}`);
  }
  const summary = { split, seed, count, vocabulary: vocabulary.length, counts };
  writeFileSync(new URL('data.json', folder), `${JSON.stringify(summary, null, 2)}\n`);
}

await main();
