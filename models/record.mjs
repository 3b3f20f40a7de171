// `npm run record`: runs each model's default recipe and keeps the estimates of x0, one byte a value, packed, as recording.bin.
// The page replays the sampler's own steps from them while runtime and weights arrive, and says "recorded".
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { runnerImport } from 'vite';

// Its ES module is made for browsers; the CommonJS one runs in Node.
const ort = createRequire(import.meta.url)('onnxruntime-web/wasm');
ort.env.wasm.numThreads = 1;

const { module: engine } = await runnerImport('./src/engine/diffusion/run.ts');
const { module: predictions } = await runnerImport('./src/engine/diffusion/predictions.ts');
const { module: defaults } = await runnerImport('./src/contract/defaults.ts');
const { module: runOptions } = await runnerImport('./src/contract/run-options.ts');
const { module: manifests } = await runnerImport('./src/contract/manifest.ts');
const { module: eightBit } = await runnerImport('./src/session/eight-bit.ts');
const { module: packing } = await runnerImport('./src/session/packed-frames.ts');

/** At most this many bytes a recording: it is what a visitor waits for first. */
const limit = 40_000;

async function record(folder) {
  const manifest = manifests.parseRecipeManifest(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')));
  // The run of a GAN is one evaluation: there is nothing to record.
  if (manifest.family !== 'diffusion') return;
  const recipe = defaults.defaultRecipe(manifest);
  const session = await ort.InferenceSession.create(readFileSync(`${folder}/${manifest.file}`));
  const network = async (x, sigma, condition) => {
    const feeds = {
      x: new ort.Tensor('float32', x.data, x.shape),
      sigma: new ort.Tensor('float32', Float32Array.of(sigma), [1]),
      condition: new ort.Tensor('float32', condition, [1, condition.length]),
    };
    const { denoised } = await session.run(feeds);
    return { data: Float32Array.from(denoised.data), shape: x.shape };
  };
  const options = runOptions.runOptionsOf(recipe, manifest);
  const frames = [];
  for await (const frame of engine.run(options, predictions.fromUnitAlpha(network, manifest.prediction))) {
    if (frame.step !== null) frames.push(eightBit.toEightBit(frame.x0));
  }
  const bytes = deflateRawSync(packing.differences(frames), { level: 9 });
  if (bytes.length > limit) throw new Error(`${folder}: ${bytes.length} bytes are more than ${limit}: fewer steps`);
  writeFileSync(`${folder}/recording.bin`, bytes);
  console.log(`${folder}/recording.bin: ${frames.length} estimates, ${bytes.length} bytes`);
}

for (const entry of readdirSync('models', { withFileTypes: true })) {
  if (entry.isDirectory() && readdirSync(`models/${entry.name}`).includes('manifest.json')) {
    await record(`models/${entry.name}`);
  }
}
