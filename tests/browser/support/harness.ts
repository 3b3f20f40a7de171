import type { Browser, JSHandle, Page } from 'playwright-core';
import type { Manifest } from '../../../src/contract/manifest.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import type { Asked } from '../../../src/features/prompt/logic/chips.ts';
import type { BackendChoice, BackendReport } from '../../../src/contract/tasks.ts';
import { launch } from '../../tools/browser.mjs';
import { serve, type Site } from '../../tools/site.mjs';
import { root } from '../../tools/spawn.mjs';
import type * as Module from '../harness/harness.ts';

/** A browser with the harness: the site's own client, worker and runtime, called by a test. */
export class Harness {
  private constructor(
    private readonly browser: Browser,
    private readonly site: Site,
    private readonly module: JSHandle<typeof Module>,
    readonly page: Page,
  ) {}

  static async open(options: { webgpu?: boolean } = {}): Promise<Harness> {
    const [site, browser] = await Promise.all([serve(root), launch(options)]);
    // axe wants a context that was made on purpose.
    const page = await (await browser.newContext()).newPage();
    await page.goto(site.url('tests/browser/harness/index.html'));
    const address = site.url('tests/output/harness/harness.js');
    // As text: the test runner would rewrite an import that it sees.
    const module: JSHandle<typeof Module> = await page.evaluateHandle(`import('${address}')`);
    return new Harness(browser, site, module, page);
  }

  /** @param folder of manifest and network, from the root of the repository */
  load(folder: string, backend: BackendChoice): Promise<BackendReport> {
    const manifest = this.site.url(`${folder}/manifest.json`);
    return this.module.evaluate((module, [manifest, backend]) => module.load(manifest, backend), [
      manifest,
      backend,
    ] as const);
  }

  run(recipe: Recipe): Promise<Module.Ran> {
    return this.module.evaluate((module, recipe) => module.run(recipe), recipe);
  }

  /** Milliseconds that these take: one after another, or side by side in lanes of their own. */
  timeOf(recipes: readonly Recipe[], sideBySide: boolean): Promise<number> {
    return this.module.evaluate((module, [recipes, sideBySide]) => module.timeOf(recipes, sideBySide), [
      recipes,
      sideBySide,
    ] as const);
  }

  /** Starts a run and cancels it when so many frames have come. */
  cancelAfter(recipe: Recipe, count: number): Promise<Module.Ended> {
    return this.module.evaluate((module, [recipe, count]) => module.cancelAfter(recipe, count), [
      recipe,
      count,
    ] as const);
  }

  /** Puts a prompt box on the page. @returns what it asked for, change by change, as it stands when read */
  async prompt(manifest: Manifest, asked: Asked): Promise<() => Promise<string[]>> {
    const settled = await this.module.evaluateHandle((module, [manifest, asked]) => module.prompt(manifest, asked), [
      manifest,
      asked,
    ] as const);
    return () => settled.evaluate(({ asked }) => asked);
  }

  /** What the page finds for one of a model's samples. @param folder of the model, from the root of the repository */
  nearest(folder: string, sample: number): Promise<{ distance: number; words: readonly string[] }[]> {
    const manifest = this.site.url(`${folder}/manifest.json`);
    return this.module.evaluate((module, [manifest, sample]) => module.nearest(manifest, sample), [
      manifest,
      sample,
    ] as const);
  }

  /** How far drawings made anew lie from what the index holds of them. */
  drifts(folder: string, count: number): Promise<number[]> {
    const manifest = this.site.url(`${folder}/manifest.json`);
    return this.module.evaluate((module, [manifest, count]) => module.drifts(manifest, count), [
      manifest,
      count,
    ] as const);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.stop();
  }
}
