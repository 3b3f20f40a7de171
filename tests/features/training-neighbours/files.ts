import { deflateRawSync } from 'node:zlib';

/** An index file as models/lib/nearest.py writes it. */
export function indexFile(header: object, sections: readonly ArrayBufferView[]): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(4);
  start.writeUInt32LE(text.length);
  const parts = sections.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
  return new Uint8Array(Buffer.concat([start, text, deflateRawSync(Buffer.concat(parts))]));
}

export const yardstick = { heldOut: 100, same: 3, distances: [2, 4, 6, 8, 10] };

export const yardsticks = [{ word: 'thumbs', heldOut: 50, same: 0, distances: [1, 2, 3] }];

export const picturesHeader = { kind: 'pictures', count: 3, yardstick, yardsticks, labels: ['0', '1'] };

export const redrawnHeader = {
  kind: 'redrawn',
  count: 3,
  yardstick,
  yardsticks,
  model: 'portraits',
  seed: 1,
  candidates: 2,
  found: 1,
  step: 0.5,
  scales: [0.1, 0.2],
  offsets: [0, 1],
};
