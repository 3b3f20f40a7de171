import { launch } from '../tools/browser.mjs';
import { nativeModel } from './native.mjs';

/**
 * A recipe's runs in the browser's worker and as many evaluations in the native runtime, in turn, so that both see the
 * same machine.
 * @param {{ harness: string, module: string, manifestUrl: string, manifest: any, file: string, recipe: any,
 *   rounds: number }} options
 */
export async function steps({ harness, module, manifestUrl, manifest, file, recipe, rounds }) {
  const evaluate = await nativeModel(file, manifest);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(harness);
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
        { module, asked: recipe },
      );
    const both = async () => {
      const web = await runOnce();
      return { web, native: await evaluate(web.summary.nfe) };
    };
    // Both sides tier up before they are timed.
    for (let index = 0; index < 3; index++) await both();
    const all = [];
    for (let round = 0; round < rounds; round++) all.push(await both());
    return all;
  } finally {
    await browser.close();
  }
}
