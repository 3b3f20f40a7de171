import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './support/axe.ts';
import { Stage } from './support/visitor.ts';

const themes = ['light', 'dark'] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

describe('axe finds nothing serious', () => {
  it('on the page with a message, nor in its help, in both themes', async () => {
    const visitor = await (await stage.visitor()).open('?steps=8&eta=nonsense');
    await visitor.whenLive();
    await visitor.page.keyboard.press('End');
    for (const colorScheme of themes) {
      await visitor.page.emulateMedia({ colorScheme });
      expect(await barriers(visitor.page)).toEqual([]);
      await visitor.page.getByRole('button', { name: 'Help' }).click();
      await visitor.page.getByRole('dialog').waitFor();
      expect(await barriers(visitor.page)).toEqual([]);
      await visitor.page.keyboard.press('Escape');
    }
  });

  it('in the embed, in both themes', async () => {
    const visitor = await (await stage.visitor()).open('embed.html?steps=8');
    await visitor.live.waitFor();
    for (const colorScheme of themes) {
      await visitor.page.emulateMedia({ colorScheme });
      expect(await barriers(visitor.page)).toEqual([]);
    }
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
