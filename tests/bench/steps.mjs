import { launch } from '../tools/browser.mjs';
import { nativeModel } from './native.mjs';

/** 50 DDIM steps, guidance off: one evaluation of the network a step. */
const recipe = {
  not: [],
  seed: 42,
  steps: 50,
  sampler: 'ddim',
  eta: 0,
  sigmas: 'betas',
  betas: 'linear',
  spacing: 'leading',
  guidance: 1,
};

/**
 * Steps in the browser's worker and evaluations in the native runtime, in turn, so that both see the same machine.
 * @param {{ harness: string, module: string, manifestUrl: string, manifest: any, file: string, rounds: number }} options
 */
export async function steps({ harness, module, manifestUrl, manifest, file, rounds }) {
  const evaluate = await nativeModel(file, manifest);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(harness);
    const asked = { ...recipe, model: manifest.id, condition: [{ id: manifest.vocabulary[0].id, weight: 1 }] };
    await page.evaluate(async ({ module, url }) => (await import(module)).load(url, 'wasm'), {
      module,
      url: manifestUrl,
    });
    const runOnce = () =>
      page.evaluate(
        async ({ module, asked }) => {
          const started = performance.now();
          const { summary, ms, networkMs } = await (await import(module)).run(asked);
          return { summary, ms, networkMs, wall: performance.now() - started };
        },
        { module, asked },
      );
    // Both sides tier up before they are timed.
    for (let index = 0; index < 3; index++) await Promise.all([await runOnce(), await evaluate(asked.steps)]);
    const all = [];
    for (let round = 0; round < rounds; round++)
      all.push({ web: await runOnce(), native: await evaluate(asked.steps) });
    return all;
  } finally {
    await browser.close();
  }
}
