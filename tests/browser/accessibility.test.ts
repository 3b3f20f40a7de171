import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** What axe finds that keeps somebody out, as `rule: element`. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', (colorScheme) => {
  it('on the page, with its messages', async () => {
    const visitor = await (await stage.visitor({ colorScheme })).open('?steps=8&eta=nonsense');
    await visitor.whenLive();
    await visitor.page.keyboard.press('End');
    expect(await barriers(visitor.page)).toEqual([]);
  });

  it('in the help', async () => {
    const visitor = await (await (await stage.visitor({ colorScheme })).open('?steps=8')).whenLive();
    await visitor.page.getByRole('button', { name: 'Help' }).click();
    await visitor.page.getByRole('dialog').waitFor();
    expect(await barriers(visitor.page)).toEqual([]);
  });

  it('in the embed', async () => {
    const visitor = await (await stage.visitor({ colorScheme })).open('embed.html?steps=8');
    await visitor.live.waitFor();
    expect(await barriers(visitor.page)).toEqual([]);
  });
});

it('every step has words for those who cannot see it', async () => {
  const visitor = await (await (await stage.visitor()).open('?steps=12')).whenLive();
  await visitor.page.keyboard.press('Home');
  await visitor.page.keyboard.press('ArrowRight');
  expect(await visitor.position.getAttribute('aria-valuetext')).toMatch(/^Step 1 of 12, noise level [\d.]+/);
  const spoken = visitor.page.getByRole('status').filter({ hasText: /^Step 1 of 12, noise level/ });
  await spoken.waitFor({ state: 'attached' });
});
