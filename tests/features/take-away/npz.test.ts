import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { DiffusionFrame } from '../../../src/engine/diffusion/frame.ts';
import { tensor } from '../../../src/engine/tensor.ts';
import type { Shape } from '../../../src/engine/tensor.ts';
import { defaultRecipe } from '../../../src/contract/defaults.ts';
import { parseRecipeJson } from '../../../src/contract/recipe-file.ts';
import { npzOf } from '../../../src/features/take-away/logic/npz.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';

const shape: Shape = [1, 3, 2, 2];
const model = manifestWith({ shape: [3, 2, 2] });
const recipe = defaultRecipe(model);
const picture = (first: number) => tensor(shape, new Float32Array(12).fill(first));

const frames = [
  { t: 999.5, level: { alpha: 1, sigma: 40 }, x: picture(40), x0: picture(0.5), nfe: 2 },
  { t: null, level: { alpha: 0.6, sigma: 0.8 }, x: picture(1), x0: picture(0.75), nfe: 4 },
  { t: null, level: { alpha: 1, sigma: 0 }, x: picture(0.7), x0: picture(0.7), nfe: 4 },
].map((frame, index): DiffusionFrame => ({ ...frame, family: 'diffusion', index, numSteps: 2, step: null }));

/** The files of a zip, found by its directory, each checked against its own header and its checksum. */
function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const file = Buffer.from(bytes);
  const end = file.length - 22;
  expect(file.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let entry = file.readUInt32LE(end + 16);
  expect(entry + file.readUInt32LE(end + 12)).toBe(end);
  for (let i = 0; i < file.readUInt16LE(end + 10); i++) {
    expect(file.readUInt32LE(entry)).toBe(0x02014b50);
    const [size, nameLength] = [file.readUInt32LE(entry + 24), file.readUInt16LE(entry + 28)];
    const header = file.readUInt32LE(entry + 42);
    expect(file.readUInt32LE(header)).toBe(0x04034b50);
    // From the version to the lengths of name and extra field, both say the same.
    expect(file.subarray(header + 4, header + 30)).toEqual(file.subarray(entry + 6, entry + 32));
    const name = file.toString('latin1', entry + 46, entry + 46 + nameLength);
    expect(file.toString('latin1', header + 30, header + 30 + nameLength)).toBe(name);
    const content = file.subarray(header + 30 + nameLength, header + 30 + nameLength + size);
    expect(file.readUInt32LE(entry + 16)).toBe(crc32(content));
    files.set(name, content);
    entry += 46 + nameLength;
  }
  expect(entry).toBe(end);
  return files;
}

/** An array's description and its bytes. */
function array(files: Map<string, Buffer>, name: string) {
  const file = files.get(`${name}.npy`)!;
  expect(file.subarray(0, 8)).toEqual(Buffer.from('\x93NUMPY\x01\x00', 'latin1'));
  const length = file.readUInt16LE(8);
  expect((10 + length) % 64).toBe(0);
  const header = file.toString('latin1', 10, 10 + length);
  expect(header.endsWith('\n')).toBe(true);
  const [, descr, shape] = /^\{'descr': '(.+?)', 'fortran_order': False, 'shape': \((.*?)\), \} *\n$/.exec(header)!;
  return { descr, shape, bytes: Uint8Array.from(file.subarray(10 + length)).buffer };
}

const files = unzip(npzOf(frames, recipe, model));

describe('a run as npz', () => {
  it('holds the arrays', () => {
    expect([...files.keys()].sort()).toEqual(
      ['alpha', 'nfe', 'recipe', 'sigma', 't', 'x', 'x0'].map((name) => `${name}.npy`),
    );
  });

  it.each(['x', 'x0'] as const)('%s has a picture a frame', (name) => {
    const { descr, shape, bytes } = array(files, name);
    expect([descr, shape]).toEqual(['<f4', '3, 3, 2, 2']);
    expect([...new Float32Array(bytes)]).toEqual(frames.flatMap((frame) => [...frame[name].data]));
  });

  it('the levels, the timesteps and the evaluations are there, a number a frame', () => {
    const doubles = (name: string) => {
      const { descr, shape, bytes } = array(files, name);
      expect([descr, shape]).toEqual(['<f8', '3,']);
      return [...new Float64Array(bytes)];
    };
    expect(doubles('alpha')).toEqual([1, 0.6, 1]);
    expect(doubles('sigma')).toEqual([40, 0.8, 0]);
    expect(doubles('t')).toEqual([999.5, NaN, NaN]);
    const nfe = array(files, 'nfe');
    expect([nfe.descr, nfe.shape, ...new Int32Array(nfe.bytes)]).toEqual(['<i4', '3,', 2, 4, 4]);
  });

  it('the recipe comes along as text', () => {
    const { descr, shape, bytes } = array(files, 'recipe');
    const text = String.fromCodePoint(...new Uint32Array(bytes));
    expect([descr, shape]).toEqual([`<U${text.length}`, '']);
    expect(parseRecipeJson(text, [model]).recipe).toEqual(recipe);
    expect(text).toContain('made by a generative model');
  });

  it('is the same, byte for byte, for the same run', () => {
    expect(npzOf(frames, recipe, model)).toEqual(npzOf(frames, recipe, model));
  });

  it('of no frames is refused', () => {
    expect(() => npzOf([], recipe, model)).toThrow('frames: at least one, got none');
  });
});
