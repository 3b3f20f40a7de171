import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launch } from '../../tools/browser.mjs';
import { serve, type Site } from '../../tools/site.mjs';
import { root } from '../../tools/spawn.mjs';
import { PlaygroundPage } from './playground-page.ts';

/** A busy machine with two cores takes its time; a test that passes waits no longer than it must. */
const patience = 90_000;

const wide = { width: 1440, height: 900 };

/** Runs in the page. */
function answerTour(): void {
  try {
    localStorage.setItem('playground:tour', 'offered');
  } catch {
    // A page without storage, about:blank for one, has nothing to remember.
  }
}

/** The built site under a sub-path, and a browser to visit it with. One for a test file. */
export class Stage {
  /** What went wrong on a page without the page saying so: uncaught errors, and errors in the console. */
  readonly complaints: string[] = [];
  readonly #contexts: BrowserContext[] = [];

  private constructor(
    readonly site: Site,
    readonly browser: Browser,
  ) {}

  static async open(options: { webgpu?: boolean } = {}): Promise<Stage> {
    const [site, browser] = await Promise.all([serve(join(root, 'dist')), launch(options)]);
    return new Stage(site, browser);
  }

  /**
   * A new visitor: an empty cache, an empty history.
   * @param isNew has never been offered the tour; others have answered it
   */
  async visitor({
    isNew = false,
    ...options
  }: BrowserContextOptions & { isNew?: boolean } = {}): Promise<PlaygroundPage> {
    const context = await this.browser.newContext({ viewport: wide, locale: 'en', ...options });
    if (!isNew) await context.addInitScript(answerTour);
    context.setDefaultTimeout(patience);
    this.#contexts.push(context);
    return new PlaygroundPage(await this.#newPage(context), this.site);
  }

  /** One more page of the same visitor: the same cache. */
  async again(visitor: PlaygroundPage): Promise<PlaygroundPage> {
    return new PlaygroundPage(await this.#newPage(visitor.page.context()), this.site);
  }

  /** After each test: nobody is left on the site, and nothing is broken any more. */
  async clear(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
    this.site.breakWith();
    this.site.answers.length = 0;
    this.complaints.length = 0;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.site.stop();
  }

  async #newPage(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    return page;
  }
}
