import { crc32 } from '../../../../kit/crc32.ts';

/** Length, type and checksum of a chunk; the header's data is 13 bytes. PNG, third edition, sec. 5 and 11. */
const chunkOverhead = 12;
const afterHeader = 8 + chunkOverhead + 13;

/** A PNG file that says something about itself: an iTXt chunk after its header. @param keyword of Latin letters */
export function withText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  // After the keyword: not compressed, by no method, in no language, and no translation of the keyword.
  const content = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - 4);
  chunk.set(content, 4);
  view.setUint32(content.length + 4, crc32(content));
  const whole = new Uint8Array(png.length + chunk.length);
  whole.set(png.subarray(0, afterHeader));
  whole.set(chunk, afterHeader);
  whole.set(png.subarray(afterHeader), afterHeader + chunk.length);
  return whole;
}
