// The engine, the recipe's Python form and a model, in Node: TypeScript through Vite, ONNX Runtime's WebAssembly.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runnerImport } from 'vite';

/** @type {typeof import('onnxruntime-web/wasm')} Its ES module is made for browsers; the CommonJS one runs in Node. */
const ort = createRequire(import.meta.url)('onnxruntime-web/wasm');
ort.env.wasm.numThreads = 1;

/** @template T @param {string} file @returns {Promise<T>} */
const imported = async (file) => /** @type {T} */ ((await runnerImport(`./src/${file}`)).module);

/** @param {string} folder */
export async function createEngine(folder) {
  /** @type {typeof import('../../src/worker/thread/families/diffusion.ts')} */
  const { diffusion } = await imported('worker/thread/families/diffusion.ts');
  /** @type {typeof import('../../src/engine/diffusion/predictions.ts')} */
  const { fromUnitAlpha } = await imported('engine/diffusion/predictions.ts');
  /** @type {typeof import('../../src/contract/manifest.ts')} */
  const { parseManifest } = await imported('contract/manifest.ts');
  /** @type {typeof import('../../src/contract/query.ts')} */
  const { parseQuery } = await imported('contract/query.ts');
  /** @type {typeof import('../../src/features/take-away/logic/python/python.ts')} */
  const { pythonOf } = await imported('features/take-away/logic/python/python.ts');
  /** @type {typeof import('../../src/features/take-away/logic/npz.ts')} */
  const { npzOf } = await imported('features/take-away/logic/npz.ts');

  /** @type {typeof import('../../src/engine/largest-error.ts')} */
  const { largestDifference } = await imported('engine/largest-error.ts');

  const model = parseManifest(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));
  const modelFile = `${folder}/${model.file}`;
  const session = await ort.InferenceSession.create(readFileSync(modelFile));
  /** @type {import('../../src/engine/diffusion/predictions.ts').Network} */
  const network = async (x, sigma, condition) => {
    const feeds = {
      x: new ort.Tensor('float32', x.data, x.shape),
      sigma: new ort.Tensor('float32', Float32Array.of(sigma), [1]),
      condition: new ort.Tensor('float32', condition, [1, condition.length]),
    };
    const { denoised } = await session.run(feeds);
    return { data: Float32Array.from(/** @type {Float32Array} */ (denoised?.data)), shape: x.shape };
  };
  const denoiser = fromUnitAlpha(network, model.prediction);

  return {
    model,
    modelFile,
    pythonOf,
    npzOf,
    largestDifference,
    /** @param {string} query */
    recipeOf(query) {
      const { recipe, failures } = parseQuery(new URLSearchParams(query), model);
      if (failures[0]) throw failures[0];
      return recipe;
    },
    /** @param {import('../../src/contract/recipe.ts').Recipe} recipe */
    async framesOf(recipe) {
      const frames = [];
      const run = diffusion({ manifest: model, network: denoiser }, { recipe }, new AbortController().signal);
      for await (const frame of run) frames.push(frame);
      return frames;
    },
  };
}
