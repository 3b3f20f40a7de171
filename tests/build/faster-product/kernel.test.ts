import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fasterModule } from '../../../src/build/faster-product/faster-module.ts';
import { kernelsOf, startKernel, type KernelCall } from '../../../src/build/faster-product/kernel.ts';
import { packageFolder } from '../../../src/build/faster-product/runtime-file.ts';
import { verifiedFiles } from '../../../src/build/faster-product/verified.ts';
import { expectSameBits } from './bits.ts';
import { draw, multiply, multiplyPlainly, type Shape } from './matrices.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const memory = new WebAssembly.Memory({ initial: 64 });

/** Every number of rows up to 13, columns up to 35, and a few larger; a stride with and without a gap. */
const shapes: Shape[] = [];
for (const depth of [1, 2, 3, 4, 5, 7, 8, 13, 32, 65]) {
  for (const rows of [1, 2, 3, 4, 5, 6, 7, 8, 9, 13]) {
    for (const columns of [...Array.from({ length: 35 }, (_, index) => index + 1), 63, 64, 100]) {
      const odd = (depth + rows + columns) % 2 === 1;
      shapes.push({ rows, columns, depth, alpha: odd ? 1 : -0.37, gap: (depth + rows) % 3 });
    }
  }
}

describe.each(Object.keys(verifiedFiles))('the kernels of %s', (name) => {
  let pairs: { addsToC: boolean; shipped: KernelCall; faster: KernelCall; bodies: [Uint8Array, Uint8Array] }[];
  beforeAll(async () => {
    const shipped = readFileSync(join(packageFolder, name));
    const before = await kernelsOf(shipped);
    const after = await kernelsOf(await fasterModule(shipped));
    pairs = await Promise.all(
      before.map(async ({ wasm, addsToC }, index) => ({
        addsToC,
        shipped: await startKernel(wasm, memory),
        faster: await startKernel(after[index]!.wasm, memory),
        bodies: [wasm.body, after[index]!.wasm.body],
      })),
    );
  });

  it('give the same bits, and write nothing beside C, in all odd shapes', () => {
    for (const { addsToC, shipped, faster } of pairs) {
      for (const [seed, shape] of shapes.entries()) {
        const matrices = draw(shape, seed);
        const expected = multiply(shipped, memory, shape, matrices);
        const actual = multiply(faster, memory, shape, matrices);
        try {
          expectSameBits(actual, expected);
        } catch (error) {
          throw new Error(`${addsToC ? 'adding to' : 'writing'} C, ${JSON.stringify(shape)}`, { cause: error });
        }
      }
    }
  });

  it('are right: both agree with the textbook', () => {
    const shape = { rows: 7, columns: 45, depth: 19, alpha: 0.5, gap: 2 };
    const matrices = draw(shape, 1);
    for (const { addsToC, shipped, faster } of pairs) {
      const expected = multiplyPlainly(addsToC, shape, matrices);
      for (const kernel of [shipped, faster]) {
        const actual = multiply(kernel, memory, shape, matrices);
        actual.forEach((value, index) => expect(Math.abs(value - expected[index]!)).toBeLessThan(1e-5));
      }
    }
    expect(pairs.map(({ addsToC }) => addsToC).sort()).toEqual([false, true]);
  });

  it('have the fast path in front of what they were, and use it from four rows on', () => {
    const shape = { rows: 9, columns: 5, depth: 3, alpha: 1, gap: 0 };
    const rowsOf = (kernel: KernelCall) => {
      const rows: number[] = [];
      multiply((...args) => (rows.push(kernel(...args)), rows.at(-1)!), memory, shape, draw(shape, 2));
      return rows;
    };
    for (const { shipped, faster, bodies } of pairs) {
      expect(rowsOf(shipped)).toEqual([2, 2, 2, 2, 1]);
      expect(rowsOf(faster)).toEqual([4, 4, 1]);
      const [before, after] = bodies;
      expect(after.length).toBeGreaterThan(before.length);
      // All but the few bytes that name the local variables.
      expect(Buffer.compare(after.subarray(-before.length + 16), before.subarray(16))).toBe(0);
    }
  });
});

it('the comparison sees a single wrong bit, and NaN', () => {
  const values = Float32Array.of(1, -0, 2);
  expect(() => expectSameBits(values, values.slice())).not.toThrow();
  expect(() => expectSameBits(values, Float32Array.of(1, 0, 2))).toThrow('element 1');
  expect(() => expectSameBits(Float32Array.of(NaN), Float32Array.of(NaN))).toThrow('element 0');
  expect(() => expectSameBits(values, values.subarray(1))).toThrow();
});
