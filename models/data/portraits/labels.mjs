/** The vocabulary's ids, and words as rows of bits in their order. */
import { readFileSync } from 'node:fs';
import { packer } from '../shards.mjs';

const words = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url)));
export const vocabulary = words.map(({ id }) => id);

/** Set of ids -> bits. */
export const pack = packer(words);
