import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, run } from '../tools/spawn.mjs';

const folder = join(root, 'tests/bench');

/** ONNX Runtime for Node in the version of the web's; its CPU library lies in the package, so its scripts may rest. */
async function onnxRuntime() {
  if (!existsSync(join(folder, 'node_modules/onnxruntime-node'))) {
    console.log('Installing onnxruntime-node for the comparison (once) ...');
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const args = ['install', '--prefix', folder, '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
    const { code, output } = await run(npm, args);
    if (code !== 0) throw new Error(`onnxruntime-node could not be installed:\n${output}`);
  }
  return createRequire(join(folder, 'package.json'))('onnxruntime-node');
}

/**
 * A model in the native runtime, one thread, as the page runs it: one picture an evaluation.
 * @param {string} file
 * @param {{ shape: readonly number[], vocabulary: readonly unknown[] }} manifest
 * @returns {Promise<(count: number) => Promise<number[]>>} milliseconds of so many evaluations
 */
export async function nativeModel(file, { shape, vocabulary }) {
  const ort = await onnxRuntime();
  const session = await ort.InferenceSession.create(file, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    freeDimensionOverrides: { N: 1 },
  });
  const size = shape.reduce((product, length) => product * length, 1);
  const feeds = {
    x: new ort.Tensor(
      'float32',
      Float32Array.from({ length: size }, (_, index) => Math.sin(index)),
      [1, ...shape],
    ),
    sigma: new ort.Tensor('float32', Float32Array.of(1), [1]),
    condition: new ort.Tensor('float32', new Float32Array(vocabulary.length).fill(1, 0, 1), [1, vocabulary.length]),
  };
  return async (count) => {
    /** @type {number[]} */
    const times = [];
    for (let index = 0; index < count; index++) {
      const started = performance.now();
      await session.run(feeds);
      times.push(performance.now() - started);
    }
    return times;
  };
}
