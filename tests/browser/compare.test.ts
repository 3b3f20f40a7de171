import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const digits = '?model=digits&condition=3:1&seed=42&steps=8&guidance=1';

/** What the table says of each recipe, by the row's name. */
async function numbers(page: Page, row: string): Promise<string[]> {
  const cells = page.getByRole('row', { name: row }).getByRole('cell');
  return cells.allInnerTexts();
}

async function whenDone(page: Page): Promise<void> {
  await expect.poll(async () => (await numbers(page, 'ms a step')).join(' ')).toMatch(/^[\d.]+( [\d.]+)+$/);
}

const others = (page: Page) => new URL(page.url()).searchParams.getAll('with');
const position = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });

it('compares the recipe on show with another, on one timeline, and back leads back', async () => {
  const playground = await (await stage.visitor()).open(digits);
  await playground.whenLive();
  const { page } = playground;
  await page.getByRole('link', { name: 'Compare' }).click();
  await whenDone(page);
  expect(await page.getByRole('region', { name: /^Recipe / }).count()).toBe(2);
  await page.keyboard.press('End');
  await expect.poll(async () => (await numbers(page, 'from A, here'))[1]).toMatch(/^0\.\d+$/);
  expect(await numbers(page, 'from A, here')).toEqual(await numbers(page, 'from A, finished'));
  expect(await numbers(page, 'evaluations in all')).toEqual(['8', '8']);
  await page.keyboard.press('Home');
  // The same noise: nothing differs yet.
  expect((await numbers(page, 'from A, here'))[1]).toBe('0.000');
  await expect.poll(() => page.getByRole('img', { name: /^B, DPM\+\+ 2M: step 0 of 8/ }).count()).toBe(1);

  const second = page.getByRole('region', { name: 'Recipe B' });
  await second.getByRole('combobox', { name: 'sampler' }).selectOption('heun');
  await expect.poll(() => others(page)).toEqual(['sampler=heun']);
  await expect.poll(() => numbers(page, 'evaluations in all')).toEqual(['8', '15']);
  await page.getByRole('button', { name: 'Add a recipe' }).click();
  await whenDone(page);
  expect(others(page)).toHaveLength(2);
  await page.goBack();
  await expect.poll(() => page.getByRole('region', { name: /^Recipe / }).count()).toBe(2);
  expect(others(page)).toEqual(['sampler=heun']);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(stage.complaints).toEqual([]);
});

it('restores a comparison from its link, with other steps at the same noise level, and names what makes no sense', async () => {
  const visitor = await stage.visitor();
  const link = `${digits}&with=${encodeURIComponent('steps=5')}&with=${encodeURIComponent('sampler=magic')}#/compare`;
  const { page } = await visitor.open(link);
  await whenDone(page);
  await visitor.messages.getByText(/asks for sampler “magic”/).waitFor();
  expect(await numbers(page, 'evaluations in all')).toEqual(['8', '5', '8']);
  await page.keyboard.press('Home');
  for (let column = 0; column < 4; column++) await page.keyboard.press('ArrowRight');
  const levels = await page
    .getByRole('img', { name: /^[ABC], / })
    .evaluateAll((pictures) =>
      pictures.map((picture) => Number(/noise level ([\d.]+)/.exec(picture.getAttribute('aria-label') ?? '')?.[1])),
    );
  expect(levels).toHaveLength(3);
  for (const level of levels) expect(Math.abs(Math.log(level / levels[0]!))).toBeLessThan(1.1);
  await page.keyboard.press('End');
  await expect.poll(() => page.getByRole('img', { name: /^B, .*step 5 of 5/ }).count()).toBe(1);
  expect(await position(page).getAttribute('aria-valuetext')).toMatch(/^Noise level 0/);
});

it('gives each recipe its own noise when asked', async () => {
  const { page } = await (await stage.visitor()).open(`${digits}#/compare`);
  await whenDone(page);
  await page.getByRole('combobox', { name: 'Noise', exact: true }).selectOption('own');
  await expect.poll(() => others(page)).toEqual(['seed=43&sampler=dpmpp_2m']);
  await page.keyboard.press('Home');
  await expect.poll(async () => Number((await numbers(page, 'from A, here'))[1])).toBeGreaterThan(0.5);
  await page.getByRole('combobox', { name: 'Noise', exact: true }).selectOption('same');
  await expect.poll(() => others(page)).toEqual(['sampler=dpmpp_2m']);
});
