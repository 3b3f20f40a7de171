import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tools/spawn.mjs';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

const pictures = join(root, 'tests/output/screenshots');
const sizes = { wide: [1440, 900], tablet: [768, 1024], phone: [360, 740] } as const;
const boxes = { smallest: [240, 240], wide: [640, 360], tall: [320, 600], large: [900, 700] } as const;
const themes = ['light', 'dark'] as const;

let stage: Stage;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** By how much the page is larger than the window, right and down. */
function overflow(page: Page): Promise<[number, number]> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
}

/** Controls that reach out of the window to the left or right: cut off, whether or not it scrolls. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, a, [role=img]')]
      .filter((element) => element.checkVisibility() && element.closest('.visually-hidden') === null)
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > innerWidth + 1);
      })
      .map((element) => element.getAttribute('aria-label') ?? element.textContent.trim()),
  );
}

const looks = Object.entries(sizes).flatMap(([name, size]) => themes.map((theme) => [name, theme, size] as const));
describe('the page', () => {
  // One visit, whose window changes: as when a visitor turns a tablet or the sun sets.
  let visitor: PlaygroundPage;
  beforeAll(async () => {
    visitor = await (await (await stage.visitor()).open('?condition=3:1&seed=42&steps=20')).whenLive();
  });

  it.each(looks)('fits a %s window in the %s theme', async (name, colorScheme, [width, height]) => {
    await visitor.page.setViewportSize({ width, height });
    await visitor.page.emulateMedia({ colorScheme });
    await visitor.position.fill('13');
    await visitor.page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`), fullPage: name !== 'wide' });
    const [right, down] = await overflow(visitor.page);
    expect(right).toBeLessThanOrEqual(0);
    if (name === 'wide') expect(down).toBeLessThanOrEqual(0);
  });

  it('takes the theme that is chosen, whichever one the system prefers, and keeps it', async () => {
    const { page } = visitor;
    const brightness = () =>
      page.evaluate(() => {
        const colour = getComputedStyle(document.body).backgroundColor;
        return (
          (/rgb\((\d+), (\d+), (\d+)\)/.exec(colour) ?? []).slice(1).reduce((sum, part) => sum + Number(part), 0) / 3
        );
      });
    for (const [preferred, other] of [
      ['light', 'Dark'],
      ['dark', 'Light'],
    ] as const) {
      await page.emulateMedia({ colorScheme: preferred });
      const before = await brightness();
      await page.getByRole('button', { name: `Theme: ${other}` }).click();
      const after = await brightness();
      expect(Math.abs(after - before)).toBeGreaterThan(150);
      expect(after > before).toBe(other === 'Light');
      await page.reload();
      await page.getByRole('button', { name: 'Theme' }).waitFor();
      expect(await brightness()).toBe(after);
      await page.evaluate(() => localStorage.removeItem('playground:theme'));
      await page.reload();
      await page.getByRole('button', { name: `Theme: ${other}` }).waitFor();
    }
  });
});

const frames = Object.entries(boxes).flatMap(([name, size]) => themes.map((theme) => [name, theme, size] as const));
describe('the embed', () => {
  let visitor: PlaygroundPage;
  beforeAll(async () => {
    visitor = await (await stage.visitor()).open('embed.html?condition=5:1&steps=10');
    await visitor.live.waitFor();
  });

  it.each(frames)('fits a %s box in the %s theme without scrolling', async (name, colorScheme, [width, height]) => {
    await visitor.page.setViewportSize({ width, height });
    await visitor.page.emulateMedia({ colorScheme });
    await visitor.position.fill('10');
    await visitor.page.screenshot({ path: join(pictures, `embed-${name}-${colorScheme}.png`) });
    const [right, down] = await overflow(visitor.page);
    expect(right).toBeLessThanOrEqual(0);
    expect(down).toBeLessThanOrEqual(0);
    expect(await cutOff(visitor.page)).toEqual([]);
    const picture = await visitor.page.getByRole('img').first().boundingBox();
    expect(picture?.height).toBeGreaterThan(Math.min(width, height) / 2.5);
  });
});
