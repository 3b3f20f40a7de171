import { readFileSync } from 'node:fs';
import * as ort from 'onnxruntime-web/wasm';
import { expect, test, vi } from 'vitest';
import { parseQuery } from '../../../src/contract/query.ts';
import { largestDifference } from '../../../src/engine/largest-error.ts';
import { run, type Generator } from '../../../src/engine/gan/run.ts';
import { shippedGans } from '../../shipped.ts';

interface GoldenFile {
  readonly provenance: { readonly model: { readonly sha256: string } };
  readonly runs: readonly { readonly recipe: string; readonly start: string; readonly end: string }[];
}

// WebAssembly is slow to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
ort.env.wasm.numThreads = 1;

const floatsOf = (base64: string) => new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);

test.each(shippedGans)('$folder draws here what it draws in Python', async ({ folder, manifest }) => {
  const golden = JSON.parse(readFileSync(`${folder}/golden-runs.json`, 'utf8')) as GoldenFile;
  expect(golden.provenance.model.sha256).toBe(manifest.sha256);
  const session = await ort.InferenceSession.create(readFileSync(`${folder}/${manifest.file}`));
  const [c, h, w] = manifest.shape;
  const generator: Generator = async (z, condition) => {
    const { x } = await session.run({
      z: new ort.Tensor('float32', z.data, [1, manifest.latent]),
      condition: new ort.Tensor('float32', condition, [1, condition.length]),
    });
    return { shape: [1, c, h, w], data: Float32Array.from(x!.data as Float32Array) };
  };
  expect(golden.runs.length).toBeGreaterThan(2);
  for (const { recipe: query, start, end } of golden.runs) {
    const { recipe, failures } = parseQuery(new URLSearchParams(query), manifest);
    expect(failures).toEqual([]);
    const weights = new Map(recipe.condition.map(({ id, weight }) => [id, weight]));
    const condition = Float32Array.from(manifest.vocabulary, ({ id }) => weights.get(id) ?? 0);
    const options = { latent: manifest.latent, seed: recipe.seed, condition, truncation: recipe.truncation! };
    for await (const { z, x } of run(options, generator)) {
      expect(largestDifference(z.data.subarray(0, 16), floatsOf(start))).toBeLessThan(1e-6);
      expect(largestDifference(x.data, floatsOf(end))).toBeLessThan(1e-3);
    }
  }
});
