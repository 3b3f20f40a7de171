import { launch } from '../tools/browser.mjs';

/** Draws a clock reading covers, since a browser's clock is coarse. */
const draws = 20;

/**
 * What the engine itself costs in the browser: torch's noise, and each sampler's steps on a network that takes no time.
 * @param {{ harness: string, module: string, shape: [number, number, number], rounds: number }} options
 */
export async function arithmetic({ harness, module, shape, rounds }) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(harness);
    return await page.evaluate(
      async ({ module, shape, rounds, draws }) => {
        /** @type {typeof import('../browser/harness/harness.ts')} */
        const engine = await import(module);
        /** @type {Record<string, number[]>} */
        const samplers = {};
        const normals = [];
        // The first round tiers up and does not count.
        for (let round = 0; round <= rounds; round++) {
          const started = performance.now();
          for (let i = 0; i < draws; i++) engine.drawNoise(3072);
          if (round > 0) normals.push((performance.now() - started) / draws);
          for (const id of engine.samplerIds) {
            const ms = await engine.ownMs(id, shape, 50);
            if (round > 0) (samplers[id] ??= []).push(ms);
          }
        }
        return { normals, samplers };
      },
      { module, shape, rounds, draws },
    );
  } finally {
    await browser.close();
  }
}
