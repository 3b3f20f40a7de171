/**
 * What it takes to draw the training pictures again one by one: node models/data/portraits/gaps.mjs > gaps.bin
 * Writes, for each, how many random numbers were used from the beginning of the one before (or of its shard) to its own,
 * one byte each, after it has made sure that the words are those that were drawn.
 */
import { readFileSync } from 'node:fs';
import { pack } from './labels.mjs';
import { portraitsOf } from './portraits.mjs';
import { SHARD } from './splits.mjs';

const FOLDER = new URL('runs/data/train/', import.meta.url);
const { seed, count } = JSON.parse(readFileSync(new URL('data.json', FOLDER)));

/** The gaps of one shard; throws where a label is another one. */
function gapsOf(shard, size) {
  const labels = readFileSync(new URL(`labels-${String(shard).padStart(3, '0')}.bin`, FOLDER));
  const portraits = portraitsOf('train', seed, shard);
  let before = 0;
  return Uint8Array.from({ length: size }, (_, i) => {
    const { words, drawn } = portraits.next().value;
    const row = pack(words);
    if (!row.equals(labels.subarray(i * row.length, (i + 1) * row.length))) {
      throw new Error(`picture ${shard * SHARD + i} was drawn by another draw.mjs: draw the data again`);
    }
    const gap = drawn - before;
    if (gap > 0xff) throw new RangeError(`picture ${shard * SHARD + i}: ${gap} random numbers do not fit a byte`);
    before = drawn;
    return gap;
  });
}

for (let start = 0; start < count; start += SHARD) {
  process.stdout.write(gapsOf(start / SHARD, Math.min(SHARD, count - start)));
}
