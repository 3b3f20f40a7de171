import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as Ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parseEnlargerManifest, parseGanManifest, parseManifest } from '../../../src/contract/manifest.ts';
import { signatures } from '../../../src/runtime/signatures/index.ts';
import { TorchGenerator } from '../../../src/engine/rng/torch-generator.ts';
import { root } from '../../tools/spawn.mjs';
import { expectSameBits } from './bits.ts';
import { oneOperator } from './onnx.ts';
import { startBoth } from './runtimes.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Input {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

let runtimes: Awaited<ReturnType<typeof startBoth>>;
beforeAll(async () => {
  runtimes = await startBoth();
});

/** Opens a file in both runtimes; what is returned runs both and expects the same bits of every output. */
async function openBoth(file: Uint8Array) {
  const both = [runtimes.shipped, runtimes.faster] as const;
  const [shipped, faster] = await Promise.all([open(both[0], file), open(both[1], file)]);
  return async (inputs: Readonly<Record<string, Input>>) => {
    const [expected, actual] = [await shipped(inputs), await faster(inputs)];
    expect(Object.keys(actual)).toEqual(Object.keys(expected));
    for (const [name, values] of Object.entries(expected)) expectSameBits(actual[name]!, values);
    return Object.values(actual).flatMap((values) => [...values]);
  };
}

async function open(ort: typeof Ort, file: Uint8Array) {
  const session = await ort.InferenceSession.create(file, { executionProviders: ['wasm'] });
  return async (inputs: Readonly<Record<string, Input>>) => {
    const tensor = ({ data, dims }: Input) => new ort.Tensor('float32', data, dims);
    const answer = await session.run(Object.fromEntries(Object.entries(inputs).map(([k, v]) => [k, tensor(v)])));
    return Object.fromEntries(Object.entries(answer).map(([name, { data }]) => [name, data as Float32Array]));
  };
}

let seed = 0;
function normal(...dims: number[]): Input {
  return { data: new TorchGenerator((seed += 1)).randn([1, 1, 1, dims.reduce((a, b) => a * b, 1)]).data, dims };
}

function of(dims: readonly number[], ...values: number[]): Input {
  return { data: Float32Array.from(values), dims };
}

it('two runtimes run, each with its own WebAssembly', () => {
  expect(runtimes.shipped).not.toBe(runtimes.faster);
  expect(runtimes.shipped.env.wasm.wasmBinary).not.toEqual(runtimes.faster.env.wasm.wasmBinary);
});

describe('an operator gives the same bits in both', () => {
  const sizes = [1, 2, 3, 4, 5, 7, 9, 12, 17, 33];

  it('MatMul', async () => {
    const compare = await openBoth(oneOperator('MatMul', { a: 2, b: 2 }));
    // So long a sum over k is cut in pieces: the second and further ones are added to C.
    for (const k of [1, 3, 6, 31, 700]) {
      for (const m of sizes) for (const n of sizes) await compare({ a: normal(m, k), b: normal(k, n) });
    }
    const product = await compare({ a: of([1, 2], 2, 3), b: of([2, 1], 5, 7) });
    expect(product).toEqual([2 * 5 + 3 * 7]);
  });

  it('batches of MatMul', async () => {
    const compare = await openBoth(oneOperator('MatMul', { a: 3, b: 3 }));
    for (const m of sizes) await compare({ a: normal(3, m, 11), b: normal(3, 11, 21) });
  });

  it.each([
    { alpha: 0.3, beta: 0.7 },
    { alpha: 0.3, beta: 0.7, transA: 1 },
    { alpha: -1.7, beta: 0.1, transB: 1 },
    { alpha: 2.5, beta: 0.5, transA: 1, transB: 1 },
  ])('Gemm with %o', async (attributes) => {
    const compare = await openBoth(oneOperator('Gemm', { a: 2, b: 2, c: 2 }, attributes));
    for (const m of sizes) {
      for (const n of sizes) {
        const k = 1 + ((m * n) % 23);
        const a = attributes.transA ? normal(k, m) : normal(m, k);
        const b = attributes.transB ? normal(n, k) : normal(k, n);
        await compare({ a, b, c: normal(m, n) });
      }
    }
  });

  it.each([
    ['3 x 3', 3, { kernel_shape: [3, 3], pads: [1, 1, 1, 1] }],
    ['3 x 3 in steps of 2', 3, { kernel_shape: [3, 3], pads: [1, 1, 1, 1], strides: [2, 2] }],
    ['1 x 1', 1, { kernel_shape: [1, 1] }],
  ])('Conv of %s', async (_name, width, attributes) => {
    const compare = await openBoth(oneOperator('Conv', { x: 4, w: 4, b: 1 }, attributes));
    for (const channels of sizes) {
      for (const [height, across] of [
        [1, 1],
        [3, 5],
        [7, 7],
        [8, 8],
        [13, 6],
      ] as const) {
        const out = 1 + ((channels * 3) % 14);
        await compare({
          x: normal(1, channels, height, across),
          w: normal(out, channels, width, width),
          b: normal(out),
        });
      }
    }
  });
});

const folders = ['models', 'models/sharp'].flatMap((parent) =>
  readdirSync(join(root, parent)).map((id) => `${parent}/${id}`),
);
const models = ['tests/golden/tiny', ...folders].filter((folder) => existsSync(join(root, folder, 'manifest.json')));

/** The inputs of a model's file by name, with their sizes, whatever its family. */
function inputsOf(folder: string): {
  readonly file: string;
  readonly sizes: Readonly<Record<string, readonly number[]>>;
} {
  const content = JSON.parse(readFileSync(join(root, folder, 'manifest.json'), 'utf8')) as { family?: string };
  if (content.family === 'gan') {
    const manifest = parseGanManifest(content);
    return { file: manifest.file, sizes: signatures.gan.inputs(manifest) };
  }
  if (content.family === 'enlarger') {
    const manifest = parseEnlargerManifest(content);
    return { file: manifest.file, sizes: signatures.enlarger.inputs(manifest) };
  }
  const manifest = parseManifest(content);
  return { file: manifest.file, sizes: signatures.diffusion.inputs(manifest) };
}

describe('every model gives the same bits in both', () => {
  it.each(models)('%s', async (folder) => {
    const { file, sizes } = inputsOf(folder);
    const compare = await openBoth(readFileSync(join(root, folder, file)));
    for (const [index, sigma] of [0.02, 0.3, 1.5, 20].entries()) {
      const feed = (name: string, dims: readonly number[]): Input => {
        const { data } = normal(...dims);
        if (name === 'sigma') return of(dims, sigma);
        if (name === 'condition') return { data: data.map((_, word) => Number(word % 5 === index)), dims };
        return { data: data.map((value) => value * (name === 'x' ? Math.hypot(sigma, 0.5) : 1)), dims };
      };
      const answer = await compare(
        Object.fromEntries(Object.entries(sizes).map(([name, dims]) => [name, feed(name, dims)])),
      );
      expect(new Set(answer).size).toBeGreaterThan(answer.length / 4);
    }
  });
});
