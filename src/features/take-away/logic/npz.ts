import type { DiffusionFrame } from '../../../engine/diffusion/frame.ts';
import { recipeJson } from '../../../contract/recipe-file.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { crc32 } from '../../../kit/crc32.ts';

/**
 * A whole run as numpy reads it: `np.load('run.npz')`. x and x0: float32 [steps + 1, c, h, w]; alpha, sigma and t (NaN
 * where there is none): float64 [steps + 1]; nfe: int32 [steps + 1]; recipe: a string, the recipe's JSON with the model's
 * version and the note that a generative model made it.
 * @throws RangeError when there are no frames.
 */
export function npzOf(frames: readonly DiffusionFrame[], recipe: Recipe, manifest: Manifest): Uint8Array<ArrayBuffer> {
  const [first] = frames;
  if (!first) throw new RangeError('frames: at least one, got none');
  const points = frames.length;
  const pictures = [points, ...first.x.shape.slice(1)];
  const doubles = (of: (frame: DiffusionFrame) => number) => npy('<f8', [points], Float64Array.from(frames, of));
  return zip({
    'x.npy': npy('<f4', pictures, joined(frames.map(({ x }) => x.data))),
    'x0.npy': npy('<f4', pictures, joined(frames.map(({ x0 }) => x0.data))),
    'alpha.npy': doubles(({ level }) => level.alpha),
    'sigma.npy': doubles(({ level }) => level.sigma),
    't.npy': doubles(({ t }) => t ?? NaN),
    'nfe.npy': npy(
      '<i4',
      [points],
      Int32Array.from(frames, ({ nfe }) => nfe),
    ),
    'recipe.npy': text(recipeJson(recipe, manifest)),
  });
}

function joined(parts: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** numpy's own file, format 1.0 (numpy.lib.format); every machine that runs browsers is little-endian. */
function npy(type: string, shape: readonly number[], values: ArrayBufferView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const tuple = shape.length === 1 ? `${shape[0] ?? 0},` : shape.join(', ');
  const description = `{'descr': '${type}', 'fortran_order': False, 'shape': (${tuple}), }`;
  // The values begin at a multiple of 64.
  const header = `${description.padEnd(64 * Math.ceil((description.length + 11) / 64) - 11)}\n`;
  const file = new Uint8Array(10 + header.length + values.byteLength);
  file.set([0x93, ...ascii('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8, ...ascii(header)]);
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 10 + header.length);
  return file;
}

/** A string without dimensions: UTF-32. */
function text(value: string): Uint8Array<ArrayBuffer> {
  const points = Uint32Array.from([...value], (character) => character.codePointAt(0) ?? 0);
  return npy(`<U${points.length}`, [], points);
}

function ascii(value: string): number[] {
  return [...value].map((character) => character.charCodeAt(0));
}

/** A zip file that only stores, dated 1980, so that the same run gives the same bytes. APPNOTE 6.3.10, sec. 4.3. */
function zip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const chunks: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Uint8Array.from(ascii(name));
    // Version, flags, stored, time, date, checksum, sizes, lengths: the same in both places.
    const sizes = [u32(crc32(content)), u32(content.length), u32(content.length), u16(bytes.length), u16(0)];
    const common = [u16(20), u16(0), u16(0), u16(0), u16(0x21), ...sizes];
    directory.push(record('PK\x01\x02', u16(20), ...common, u16(0), u16(0), u16(0), u32(0), u32(at)), bytes);
    const header = record('PK\x03\x04', ...common);
    chunks.push(header, bytes, content);
    at += header.length + bytes.length + content.length;
  }
  const count = u16(Object.keys(files).length);
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = record('PK\x05\x06', u16(0), u16(0), count, count, u32(size), u32(at), u16(0));
  const whole = new Uint8Array(at + size + end.length);
  let position = 0;
  for (const chunk of [...chunks, ...directory, end]) {
    whole.set(chunk, position);
    position += chunk.length;
  }
  return whole;
}

function record(signature: string, ...fields: readonly number[][]): Uint8Array {
  return Uint8Array.from([...ascii(signature), ...fields.flat()]);
}

function u16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}
