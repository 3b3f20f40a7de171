import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { parseManifest } from '../../src/contract/manifest.ts';
import { root } from '../tools/spawn.mjs';
import { largestDifference, largestError } from '../../src/engine/largest-error.ts';
import { Harness } from './support/harness.ts';

const folder = 'tests/golden/tiny';
const tiny = parseManifest(JSON.parse(readFileSync(join(root, folder, 'manifest.json'), 'utf8')));
const recipe = { ...defaultRecipe(tiny), sampler: 'ddim', numSteps: 8, guidanceScale: 2 } as const;

// The adapter is SwiftShader's: slow, but it compiles and runs the same shaders that a GPU is given.
describe('WebGPU', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await Harness.open({ webgpu: true });
  });
  afterAll(() => harness.close());

  it('agrees with WASM within 1e-3 at every step of a tiny model', async () => {
    const onGpu = await harness.load(folder, 'webgpu');
    expect(onGpu).toMatchObject({ backend: 'webgpu', fallback: null });
    const gpu = await harness.run(recipe);

    const onWasm = await harness.load(folder, 'wasm');
    expect(onWasm).toMatchObject({ backend: 'wasm', fallback: null });
    const wasm = await harness.run(recipe);

    expect(gpu.frames).toHaveLength(recipe.numSteps + 1);
    const distances = gpu.frames.map((frame, index) => largestDifference(frame, wasm.frames[index]));
    expect(largestError(distances)).toBeLessThan(1e-3);
  });

  it('is not chosen where it is only emulated, and says why', async () => {
    expect(await harness.load(folder, 'auto')).toMatchObject({
      backend: 'wasm',
      fallback: { from: 'webgpu', reason: 'software-adapter' },
    });
  });
});
