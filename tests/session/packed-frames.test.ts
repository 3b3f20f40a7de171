import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { differences, inflated, sums } from '../../src/session/packed-frames.ts';

const frames = [Uint8Array.of(0, 255, 7), Uint8Array.of(255, 0, 7), Uint8Array.of(3, 3, 3)];

test('what is packed comes back bit for bit, also where differences wrap around', async () => {
  const packed = new Uint8Array(deflateRawSync(differences(frames)));
  expect([...sums(await inflated(packed), 3)]).toEqual(frames.flatMap((frame) => [...frame]));
});

test('frames that do not change cost next to nothing', () => {
  const frame = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251);
  const once = deflateRawSync(differences([frame])).length;
  expect(deflateRawSync(differences([frame, frame, frame, frame])).length).toBeLessThan(once + 100);
});

test('bytes that are no stream are refused', async () => {
  await expect(inflated(new Uint8Array(20).fill(255))).rejects.toThrow();
});
