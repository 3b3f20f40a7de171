import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { barriers } from './support/axe.ts';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const recipe = '?model=digits&condition=3:1&seed=1&steps=5&guidance=2&sampler=ddim&sigmas=log_snr';
const offerOf = ({ page }: PlaygroundPage) => page.getByRole('region', { name: 'Tour' });
const cardOf = ({ page }: PlaygroundPage) => page.locator('.card[role=dialog]');
const done = (visitor: PlaygroundPage) => cardOf(visitor).getByText('Done.').waitFor({ state: 'attached' });

async function fromHelp(visitor: PlaygroundPage): Promise<void> {
  await visitor.page.keyboard.press('?');
  await visitor.page.getByRole('button', { name: 'Take the tour' }).click();
  await cardOf(visitor).waitFor();
}

/** What the card covers of what is lit, in square pixels. */
async function covered(card: Locator): Promise<number> {
  return card.evaluate((own) => {
    const a = own.getBoundingClientRect();
    const lit = [...document.querySelectorAll('[data-lit]')].map((element) => element.getBoundingClientRect());
    const shared = (b: DOMRect) =>
      Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
      Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
    return lit.length === 0 ? NaN : Math.max(...lit.map(shared));
  });
}

describe('the tour', () => {
  it('notices each of its eight things, done by keyboard', async () => {
    const visitor = await (await (await stage.visitor()).open(recipe)).whenLive();
    const { page } = visitor;
    const { keyboard } = page;
    await keyboard.press('End');
    await fromHelp(visitor);
    const next = cardOf(visitor).getByRole('button', { name: 'Next' });
    const slide = async (name: string) => page.getByRole('slider', { name, exact: true }).press('ArrowRight');
    const things = [
      () => keyboard.press('Home'),
      () => keyboard.press('ArrowRight'),
      () => keyboard.press('Space'),
      () => slide('guidance'),
      () => keyboard.press('r'),
      () => slide('steps'),
      () => page.getByRole('combobox', { name: 'noise levels' }).selectOption('karras'),
    ];
    for (const [place, thing] of things.entries()) {
      await cardOf(visitor)
        .getByText(`${place + 1} of 8`)
        .waitFor();
      // The focus is on the card: a screen reader reads the stop, and the page's keys work.
      await expect.poll(() => cardOf(visitor).evaluate((own) => own === document.activeElement)).toBe(true);
      expect(await covered(cardOf(visitor))).toBe(0);
      expect(await cardOf(visitor).getByText('Done.').count()).toBe(0);
      await thing();
      await done(visitor);
      await next.click();
    }
    await cardOf(visitor).getByText('8 of 8').waitFor();
    await keyboard.press('End');
    await page.getByRole('button', { name: 'Is it a copy?' }).click();
    await page.getByRole('dialog', { name: 'Is it a copy?' }).getByRole('button', { name: 'Close' }).click();
    await done(visitor);
    expect(await barriers(page)).toEqual([]);
    await cardOf(visitor).getByRole('button', { name: 'Finish' }).click();
    await cardOf(visitor).waitFor({ state: 'detached' });
    expect(await page.locator('[data-lit]').count()).toBe(0);
    expect(stage.complaints).toEqual([]);
  });

  it('is left by Escape and by its button, wherever it is', async () => {
    const visitor = await (await (await stage.visitor()).open(recipe)).whenLive();
    await fromHelp(visitor);
    await visitor.page.keyboard.press('Escape');
    await cardOf(visitor).waitFor({ state: 'detached' });
    await fromHelp(visitor);
    await cardOf(visitor).getByRole('button', { name: 'Next' }).click();
    await cardOf(visitor).getByRole('button', { name: 'Leave the tour' }).click();
    await cardOf(visitor).waitFor({ state: 'detached' });
    expect(await visitor.page.evaluate(() => document.body.style.paddingBlockEnd)).toBe('');
  });

  it.each([
    ['a phone', { width: 360, height: 740 }],
    ['a tablet', { width: 768, height: 1024 }],
  ])('covers nothing that it explains on %s', async (_name, viewport) => {
    const visitor = await (await (await stage.visitor({ viewport })).open(recipe)).whenLive();
    await visitor.page.keyboard.press('Home');
    await fromHelp(visitor);
    for (let place = 1; place <= 8; place++) {
      await cardOf(visitor).getByText(`${place} of 8`).waitFor();
      await expect.poll(() => covered(cardOf(visitor))).toBe(0);
      const card = (await cardOf(visitor).boundingBox())!;
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.x + card.width).toBeLessThanOrEqual(viewport.width);
      if (place < 8) await cardOf(visitor).getByRole('button', { name: 'Next' }).click();
    }
  });
});

describe('the offer', () => {
  it('is made once, after the first run was seen, and taken', async () => {
    const visitor = await (await stage.visitor({ isNew: true })).open(recipe);
    await offerOf(visitor).getByRole('button', { name: 'Take the tour' }).click();
    await cardOf(visitor).waitFor();
    expect(await offerOf(visitor).count()).toBe(0);
    await visitor.page.reload();
    await visitor.whenLive();
    await expect.poll(() => visitor.step()).toBe(5);
    await visitor.page.waitForTimeout(1000);
    expect(await offerOf(visitor).count()).toBe(0);
  });

  it('goes when the visitor goes on, and where nothing can be remembered the page works', async () => {
    const visitor = await stage.visitor({ isNew: true });
    await visitor.page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
    });
    await visitor.open(recipe);
    await offerOf(visitor).waitFor();
    await visitor.denoise.click();
    await offerOf(visitor).waitFor({ state: 'detached' });
    await fromHelp(visitor);
    expect(stage.complaints).toEqual([]);
  });
});

it('a lesson opens from help as a link, without a message', async () => {
  const visitor = await (await (await stage.visitor()).open(recipe)).whenLive();
  await visitor.page.keyboard.press('?');
  await visitor.page.getByText('Eight lessons').click();
  const links = visitor.page.getByRole('dialog').getByRole('listitem').getByRole('link');
  await expect.poll(() => links.count()).toBe(8);
  expect(await barriers(visitor.page)).toEqual([]);
  await links.filter({ hasText: 'Where the steps are spent' }).click();
  await expect.poll(() => visitor.query.get('sigmas')).toBe('karras');
  await expect.poll(() => visitor.position.getAttribute('max')).toBe('30');
  expect(await visitor.messages.locator('li').count()).toBe(0);
});
