import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../tools/browser.mjs';
import { serve, type Site } from '../tools/site.mjs';
import { root, runTool } from '../tools/spawn.mjs';

const pictures = join(root, 'tests/output/screenshots');
const groups = readdirSync(join(root, 'tests/gallery/groups')).map((file) => file.replace('.svelte', ''));
const sizes = { wide: [1440, 900], laptop: [1100, 800], tablet: [768, 1024], phone: [360, 740] } as const;

let site: Site;
let browser: Browser;
let page: Page;
/** What went wrong without the page saying so. */
const complaints: string[] = [];

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const build = ['build', '--config', 'tests/gallery/vite.config.ts', '--logLevel', 'warn'];
  const { code, output } = await runTool('vite/bin/vite.js', build);
  if (code !== 0) throw new Error(`the gallery's build failed:\n${output}`);
  [site, browser] = await Promise.all([serve(join(root, 'tests/output/gallery')), launch()]);
  page = await (await browser.newContext({ locale: 'en', colorScheme: 'light' })).newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Opens a group afresh, with every state of it there. */
async function open(group: string): Promise<void> {
  complaints.length = 0;
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('about:blank');
  await page.goto(site.url(`tests/gallery/gallery.html#${group}`));
  await page.locator('[data-state]').first().waitFor({ state: 'attached' });
  // Runs of rings take a few display frames.
  await page.waitForTimeout(600);
}

/** Pixels by which the page is wider than the window. */
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function overflowAtEachSize(): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    found[name] = Math.max(0, await overflow());
  }
  return found;
}

const none = { wide: 0, laptop: 0, tablet: 0, phone: 0 };

/** What axe finds that keeps somebody out, by all of its rules or by some. */
async function barriers(rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(groups)('%s', (group) => {
  it('shows every state, without an error', async () => {
    await open(group);
    const empty = await page.locator('[data-state]').evaluateAll((states) =>
      states
        .filter((state) => {
          const inside = state.querySelector('dialog[open]') ?? state.querySelector('.state > *');
          return inside === null || inside.getBoundingClientRect().height < 1;
        })
        .map((state) => state.getAttribute('data-state')),
    );
    expect(empty).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is never wider than the window, in English, in German and from right to left', async () => {
    await open(group);
    for (const [name, [width, height]] of Object.entries(sizes)) {
      await page.setViewportSize({ width, height });
      await page.screenshot({ path: join(pictures, `gallery-${group}-${name}.png`), fullPage: true });
    }
    expect(await overflowAtEachSize()).toEqual(none);
    // By their events: an open dialog lies over them.
    await page.getByRole('button', { name: 'right to left', includeHidden: true }).dispatchEvent('click');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl');
    expect(await overflowAtEachSize()).toEqual(none);
    await page.screenshot({ path: join(pictures, `gallery-${group}-rtl.png`), fullPage: true });
    await page.getByRole('button', { name: 'right to left', includeHidden: true }).dispatchEvent('click');
    const language = page.locator('nav select');
    await language.evaluate((list: HTMLSelectElement) => (list.value = 'de'));
    await language.dispatchEvent('change');
    await page.waitForFunction(() => document.documentElement.lang === 'de');
    expect(await overflowAtEachSize()).toEqual(none);
    expect(complaints).toEqual([]);
  });

  it('has nothing serious for axe to find, in light and dark', async () => {
    await open(group);
    expect(await barriers()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriers(['color-contrast'])).toEqual([]);
    await page.screenshot({ path: join(pictures, `gallery-${group}-dark.png`), fullPage: true });
  });
});

it('a bar of unknown length says no share, and time runs to the right in every language', async () => {
  await open('work');
  expect(await page.locator('progress:indeterminate').count()).toBe(1);
  await open('playground');
  await page.getByRole('button', { name: 'right to left' }).click();
  const transport = page.locator('[data-state="Playground at rest"]').getByRole('group', { name: 'Playback' });
  const left = async (name: string) => (await transport.getByRole('button', { name }).boundingBox())?.x ?? NaN;
  expect(await left('First step')).toBeLessThan(await left('Last step'));
});
