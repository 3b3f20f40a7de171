/** Words as bits, one row a picture: ceil(V / 8) bytes in the order of vocabulary.json, lowest bit first. */
import { readFileSync } from 'node:fs';

export const vocabulary = JSON.parse(readFileSync(new URL('vocabulary.json', import.meta.url))).map(({ id }) => id);

const indexOf = new Map(vocabulary.map((id, index) => [id, index]));
const rowBytes = Math.ceil(vocabulary.length / 8);

/** Set of ids -> bits. */
export function pack(words) {
  const row = Buffer.alloc(rowBytes);
  for (const word of words) {
    if (!indexOf.has(word)) throw new Error(`'${word}' is not in vocabulary.json`);
    row[indexOf.get(word) >> 3] |= 1 << (indexOf.get(word) & 7);
  }
  return row;
}
