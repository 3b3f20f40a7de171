import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { runtimeFile } from '../../src/build/faster-product/runtime-file.ts';
import { TorchGenerator } from '../../src/engine/rng/torch-generator.ts';
import { parseManifest, type Manifest } from '../../src/contract/manifest.ts';
import { bundleFor, bundles } from '../../src/runtime/bundles.ts';
import { createNetwork, type SessionNetwork } from '../../src/runtime/network.ts';
import { createSession } from '../../src/runtime/session.ts';
import { diffusion } from '../../src/runtime/signatures/diffusion.ts';
import { gan } from '../../src/runtime/signatures/gan.ts';
import { warmUp } from '../../src/runtime/warm-up.ts';

const folder = join(import.meta.dirname, '../golden/tiny');
const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
const file = readFileSync(join(folder, manifest.file));
const [c, h, w] = manifest.shape;
const formOf = (manifest: Manifest) => ({
  inputs: diffusion.inputs(manifest),
  output: diffusion.output,
  shape: manifest.shape,
});
const feeds = diffusion.selfCheck(manifest);

// WebAssembly is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('a real network, on the same WebAssembly as in a browser', () => {
  let network: SessionNetwork;
  let time = 0;
  beforeAll(async () => {
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmBinary = readFileSync((await runtimeFile('ort-wasm-simd-threaded.wasm')).path);
    const session = await createSession(ort, file, 'wasm', formOf(manifest));
    network = createNetwork(ort, session, diffusion.inputs(manifest), 'wasm', () => (time += 5));
  }, 60_000);

  it('says what its manifest says that PyTorch says', async () => {
    expect(await warmUp(network.evaluate, feeds, manifest.selfCheck, 'wasm', () => 0)).toBe(0);
  });

  it('fails the self-check when a value is off', async () => {
    const { selfCheck } = manifest;
    const spoiled = { ...selfCheck, values: selfCheck.values.map((value) => value + 1) };
    await expect(warmUp(network.evaluate, feeds, spoiled, 'wasm', () => 0)).rejects.toMatchObject({
      code: 'self-check-failed',
      detail: { backend: 'wasm', tolerance: selfCheck.tolerance },
    });
  });

  it.each([
    ['not a number', (data: Float32Array<ArrayBuffer>) => data.fill(NaN), manifest.selfCheck],
    ['not there', (data: Float32Array<ArrayBuffer>) => data, { ...manifest.selfCheck, indices: [1e6], values: [0] }],
    [
      'of another number than its indices',
      (data: Float32Array<ArrayBuffer>) => data,
      { ...manifest.selfCheck, values: [0] },
    ],
    ['none', (data: Float32Array<ArrayBuffer>) => data, { ...manifest.selfCheck, indices: [], values: [] }],
  ])('fails the self-check when its values are %s', async (_, spoil, selfCheck) => {
    const spoiled: typeof network.evaluate = async (feeds) => spoil((await network.evaluate(feeds)).slice());
    const checked = warmUp(spoiled, feeds, selfCheck, 'wasm', () => 0);
    await expect(checked).rejects.toMatchObject({ code: 'self-check-failed' });
  });

  it('answers calls that come at once one after the other, each with an array of its own', async () => {
    const condition = new Float32Array(manifest.vocabulary.length);
    const asked = [1, 2, 3].map((seed) => ({
      x: new TorchGenerator(seed).randn([1, c, h, w]).data,
      sigma: 1,
      condition,
    }));
    const together = await Promise.all(asked.map((feeds) => network.evaluate(feeds)));
    const apart = [];
    for (const feeds of asked) apart.push(await network.evaluate(feeds));
    expect(together).toEqual(apart);
    expect(new Set(together.map(({ buffer }) => buffer)).size).toBe(3);
  });

  it('counts the time inside session.run', async () => {
    const before = network.spent();
    await network.evaluate(feeds);
    expect(network.spent() - before).toBe(5);
  });
});

describe("a family's signature", () => {
  it('of diffusion: the network as the engine calls it, at alpha = 1', async () => {
    const { seed, sigma, indices, values, tolerance } = manifest.selfCheck;
    const session = await createSession(ort, file, 'wasm', formOf(manifest));
    const { evaluate } = createNetwork(ort, session, diffusion.inputs(manifest), 'wasm', () => 0);
    const x = new TorchGenerator(seed).randn([1, c, h, w]);
    const noisy = { ...x, data: x.data.map((value) => value * sigma) };
    const condition = feeds['condition'] as Float32Array;
    const { x0 } = await diffusion.network(evaluate, manifest)(noisy, { alpha: 1, sigma }, condition);
    expect(x0.shape).toEqual([1, c, h, w]);
    for (const [k, index] of indices.entries()) {
      expect(Math.abs((x0.data[index] ?? NaN) - (values[k] ?? NaN))).toBeLessThanOrEqual(tolerance);
    }
  });

  it('of a GAN: z and condition in, a picture out', async () => {
    const seen: unknown[] = [];
    const generator = gan.network(
      (feeds) => {
        seen.push(feeds);
        return Promise.resolve(new Float32Array(c * h * w));
      },
      { ...manifest, family: 'gan', latent: 2 },
    );
    const z = { shape: [1, 1, 1, 2] as const, data: Float32Array.of(1, 2) };
    expect((await generator(z, Float32Array.of(1))).shape).toEqual([1, c, h, w]);
    expect(seen).toEqual([{ z: z.data, condition: Float32Array.of(1) }]);
  });
});

describe('a file that does not fit its manifest', () => {
  const cases: [string, Partial<Manifest>, string, string, string][] = [
    ['the shape', { shape: [3, h, w] }, 'x', `float32[1, ${c}, ${h}, ${w}]`, `float32[1, 3, ${h}, ${w}]`],
    [
      'the vocabulary',
      { vocabulary: [{ id: 'a', words: ['a'], kind: 'k' }] },
      'condition',
      `float32[1, ${manifest.vocabulary.length}]`,
      'float32[1, 1]',
    ],
    ['the inputs', { vocabulary: [] }, 'inputs', 'x, sigma, condition', 'x, sigma'],
  ];
  it.each(cases)('is refused by name: %s', async (_name, change, field, value, accepted) => {
    await expect(createSession(ort, file, 'wasm', formOf({ ...manifest, ...change }))).rejects.toMatchObject({
      code: 'model-mismatch',
      detail: { field, value, accepted },
    });
  });

  it('and is no model at all: the runtime says why', async () => {
    await expect(createSession(ort, new Uint8Array(10), 'wasm', formOf(manifest))).rejects.toMatchObject({
      code: 'backend-failed',
      detail: { backend: 'wasm' },
    });
  });
});

describe('the builds of the runtime', () => {
  it.each(Object.entries(bundles))(
    '%s: the size is that of the file which is served',
    async (_name, { wasm, bytes }) => {
      const name = new URL(wasm).pathname.split('/').at(-1) ?? '';
      expect(statSync((await runtimeFile(name)).path).size).toBe(bytes);
    },
  );

  it('are chosen by backend, and for WebGPU by what the browser can', () => {
    expect(bundleFor('wasm')).toBe(bundles.plain);
    const stackSwitching = 'Suspending' in WebAssembly;
    expect(bundleFor('webgpu')).toBe(stackSwitching ? bundles.jspi : bundles.asyncify);
  });
});
