// `npm run record`: runs each model's default recipe and keeps the estimates of x0, one byte a value, packed, as recording.bin.
// The page replays the sampler's own steps from them while runtime and weights arrive, and says "recorded".
// Also poster.png, some frames of that run side by side: what a widget shows before it loads anything.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import { encode } from 'fast-png';
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
const { module: forward } = await runnerImport('./src/engine/diffusion/forward.ts');
const { module: packing } = await runnerImport('./src/session/packed-frames.ts');

/** At most this many bytes a recording: it is what a visitor waits for first. */
const limit = 40_000;

/** Pictures of a poster, row by row, and the empty pixels between them. */
const across = 3;
const down = 2;
const gap = 2;

/** Some x_t of a run from its noise to its picture, as the stage shows them. */
function posterOf(frames, { shape: [channels, height, width], prediction }) {
  const chosen = Array.from(
    { length: across * down },
    (_, i) => frames[Math.round((i * (frames.length - 1)) / (across * down - 1))],
  );
  const size = { width: across * (width + gap) - gap, height: down * (height + gap) - gap };
  const data = new Uint8Array(size.width * size.height * 4);
  for (const [place, { x, level }] of chosen.entries()) {
    const range = forward.displayScale(level, prediction.sigmaData);
    for (let i = 0; i < width * height; i++) {
      const row = Math.floor(place / across) * (height + gap) + Math.floor(i / width);
      const column = (place % across) * (width + gap) + (i % width);
      const at = 4 * (row * size.width + column);
      for (let c = 0; c < 3; c++) {
        const share = ((x.data[channels === 1 ? i : c * width * height + i] / range + 1) / 2) * 255;
        // Ink on paper where there is no colour.
        data[at + c] = Math.min(255, Math.max(0, Math.round(channels === 1 ? 255 - share : share)));
      }
      data[at + 3] = 255;
    }
  }
  return encode({ ...size, data, channels: 4, depth: 8 });
}

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
  const shown = [];
  for await (const frame of engine.run(options, predictions.fromUnitAlpha(network, manifest.prediction))) {
    shown.push(frame);
    if (frame.step !== null) frames.push(eightBit.toEightBit(frame.x0));
  }
  const bytes = deflateRawSync(packing.differences(frames), { level: 9 });
  if (bytes.length > limit) throw new Error(`${folder}: ${bytes.length} bytes are more than ${limit}: fewer steps`);
  writeFileSync(`${folder}/recording.bin`, bytes);
  writeFileSync(`${folder}/poster.png`, posterOf(shown, manifest));
  console.log(`${folder}/recording.bin: ${frames.length} estimates, ${bytes.length} bytes`);
}

for (const entry of readdirSync('models', { withFileTypes: true })) {
  if (entry.isDirectory() && readdirSync(`models/${entry.name}`).includes('manifest.json')) {
    await record(`models/${entry.name}`);
  }
}
