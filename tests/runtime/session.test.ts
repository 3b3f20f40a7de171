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
import { warmUp } from '../../src/runtime/warm-up.ts';

const folder = join(import.meta.dirname, '../golden/tiny');
const manifest = parseManifest(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
const file = readFileSync(join(folder, manifest.file));
const [c, h, w] = manifest.shape;

// WebAssembly is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe('a real network, on the same WebAssembly as in a browser', () => {
  let network: SessionNetwork;
  let time = 0;
  beforeAll(async () => {
    ort.env.wasm.numThreads = 1;
    ort.env.wasm.wasmBinary = readFileSync((await runtimeFile('ort-wasm-simd-threaded.wasm')).path);
    const session = await createSession(ort, file, 'wasm', manifest);
    network = createNetwork(ort, session, manifest, 'wasm', () => (time += 5));
  }, 60_000);

  it('says what its manifest says that PyTorch says', async () => {
    expect(await warmUp(network.evaluate, manifest, 'wasm', () => 0)).toBe(0);
  });

  it('fails the self-check when a value is off', async () => {
    const { selfCheck } = manifest;
    const spoiled = { ...manifest, selfCheck: { ...selfCheck, values: selfCheck.values.map((value) => value + 1) } };
    await expect(warmUp(network.evaluate, spoiled, 'wasm', () => 0)).rejects.toMatchObject({
      code: 'self-check-failed',
      detail: { backend: 'wasm', tolerance: selfCheck.tolerance },
    });
  });

  it.each([
    ['not a number', (data: Float32Array) => data.fill(NaN), manifest.selfCheck],
    ['not there', (data: Float32Array) => data, { ...manifest.selfCheck, indices: [1e6], values: [0] }],
    ['of another number than its indices', (data: Float32Array) => data, { ...manifest.selfCheck, values: [0] }],
    ['none', (data: Float32Array) => data, { ...manifest.selfCheck, indices: [], values: [] }],
  ])('fails the self-check when its values are %s', async (_, spoil, selfCheck) => {
    const spoiled: typeof network.evaluate = async (...input) => {
      const { data, shape } = await network.evaluate(...input);
      return { data: spoil(data.slice()), shape };
    };
    const checked = warmUp(spoiled, { ...manifest, selfCheck }, 'wasm', () => 0);
    await expect(checked).rejects.toMatchObject({ code: 'self-check-failed' });
  });

  it('answers calls that come at once one after the other, each with an array of its own', async () => {
    const condition = new Float32Array(manifest.vocabulary.length);
    const pictures = [1, 2, 3].map((seed) => new TorchGenerator(seed).randn([1, c, h, w]));
    const together = await Promise.all(pictures.map((x) => network.evaluate(x, 1, condition)));
    const apart = [];
    for (const x of pictures) apart.push(await network.evaluate(x, 1, condition));
    expect(together).toEqual(apart);
    expect(new Set(together.map(({ data }) => data.buffer)).size).toBe(3);
  });

  it('counts the time inside session.run', async () => {
    const before = network.spent();
    await network.evaluate(new TorchGenerator(1).randn([1, c, h, w]), 1, new Float32Array(manifest.vocabulary.length));
    expect(network.spent() - before).toBe(5);
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
    await expect(createSession(ort, file, 'wasm', { ...manifest, ...change })).rejects.toMatchObject({
      code: 'model-mismatch',
      detail: { field, value, accepted },
    });
  });

  it('and is no model at all: the runtime says why', async () => {
    await expect(createSession(ort, new Uint8Array(10), 'wasm', manifest)).rejects.toMatchObject({
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
