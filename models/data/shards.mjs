/** Pictures and their words on disk, as pictures.py reads them. */
import { writeFileSync } from 'node:fs';

/** vocabulary: [{id}] -> (words) -> one bit a word, in the order of the vocabulary, lowest bit first. */
export function packer(vocabulary) {
  const indexOf = new Map(vocabulary.map(({ id }, index) => [id, index]));
  return (words) => {
    const row = Buffer.alloc(Math.ceil(vocabulary.length / 8));
    for (const word of words) {
      if (!indexOf.has(word)) throw new Error(`'${word}' is not in vocabulary.json`);
      row[indexOf.get(word) >> 3] |= 1 << (indexOf.get(word) & 7);
    }
    return row;
  };
}

/**
 * pictures-NNN.bin: uint8 [n, edge, edge, 3], RGB; labels-NNN.bin: uint8 [n, ceil(V / 8)]; and, where there are any,
 * large-NNN.bin: the drawings before they were made small, [n, 4 edge, 4 edge, 3]. All: lists of rows.
 */
export function writeShard(folder, number, pictures, labels, large = []) {
  const name = String(number).padStart(3, '0');
  writeFileSync(new URL(`pictures-${name}.bin`, folder), Buffer.concat(pictures));
  writeFileSync(new URL(`labels-${name}.bin`, folder), Buffer.concat(labels));
  if (large.length) writeFileSync(new URL(`large-${name}.bin`, folder), Buffer.concat(large));
}
