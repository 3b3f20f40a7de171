/**
 * Draws portraits and their words: node models/data/portraits/draw.mjs --count 60000 --seed 1 --split train
 *
 * Writes runs/data/<split>/ (ignored by git), in shards of 10,000 pictures; with --edge 64 runs/data-64/<split>/, and
 * with --large `large` for `data`:
 *   pictures-NNN.bin  uint8 [n, edge, edge, 3], RGB
 *   large-NNN.bin     with --large: the drawings at four times the size, uint8 [n, 4 edge, 4 edge, 3]
 *   labels-NNN.bin    uint8 [n, ceil(V / 8)], one bit a word in the order of vocabulary.json, lowest bit first
 *   data.json         what was asked for, and how many pictures each word has
 * Splits: `train` and `test` never hold a combination of held-out.mjs, `held-out` holds nothing else.
 * The same seed and count give the same pictures (with the versions of package.json).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { EDGE, SCALE } from '../raster.mjs';
import { writeShard } from '../shards.mjs';
import { draw } from './dicebear.mjs';
import { pack, vocabulary } from './labels.mjs';
import { portraitsOf } from './portraits.mjs';
import { rasterisePair } from './render.mjs';
import { SHARD, splits } from './splits.mjs';

const FOLDER = new URL('.', import.meta.url);
const AT_ONCE = 64;

async function drawOne({ style, options, words }, edge) {
  const svg = await draw(style.id, options, SCALE * edge);
  return { ...(await rasterisePair(svg, style.pixelated, edge)), words };
}

async function drawShard(count, portraits, counts, { edge, keepLarge }) {
  const pictures = [];
  const labels = [];
  const larges = [];
  while (pictures.length < count) {
    const size = Math.min(AT_ONCE, count - pictures.length);
    const batch = Array.from({ length: size }, () => drawOne(portraits.next().value, edge));
    for (const { small, large, words } of await Promise.all(batch)) {
      pictures.push(small);
      if (keepLarge) larges.push(large);
      labels.push(pack(words));
      for (const word of words) counts[word] += 1;
    }
  }
  return { pictures, labels, larges };
}

async function main() {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '60000' },
      seed: { type: 'string', default: '1' },
      split: { type: 'string', default: 'train' },
      edge: { type: 'string', default: `${EDGE}` },
      large: { type: 'boolean', default: false },
    },
  });
  const [count, seed, split] = [Number(values.count), Number(values.seed), values.split];
  const [edge, keepLarge] = [Number(values.edge), values.large];
  if (!splits.includes(split)) throw new Error(`--split ${split}: ${splits.join(', ')}`);
  sharp.concurrency(1);
  const name = (keepLarge ? 'large' : 'data') + (edge === EDGE ? '' : `-${edge}`);
  const folder = new URL(`runs/${name}/${split}/`, FOLDER);
  mkdirSync(folder, { recursive: true });
  const counts = Object.fromEntries(vocabulary.map((id) => [id, 0]));
  for (let start = 0, shard = 0; start < count; start += SHARD, shard += 1) {
    const size = Math.min(SHARD, count - start);
    const drawn = await drawShard(size, portraitsOf(split, seed, shard), counts, { edge, keepLarge });
    writeShard(folder, shard, drawn.pictures, drawn.labels, drawn.larges);
    console.log(`${split}: ${Math.min(start + SHARD, count)} of ${count}`);
  }
  const summary = { split, seed, count, edge, vocabulary: vocabulary.length, counts };
  writeFileSync(new URL('data.json', folder), `${JSON.stringify(summary, null, 2)}\n`);
}

await main();
