import { readFile } from 'node:fs/promises';
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

const digits = '?model=digits&condition=3:1&seed=42&steps=6&guidance=1';
const status = (page: Page) => page.getByText(/^cell \d+ of \d+$/);
const whenDone = (page: Page, count: number) =>
  expect.poll(() => status(page).innerText()).toBe(`cell ${count} of ${count}`);
const query = (page: Page) => new URL(page.url()).searchParams;

it('fills a grid of real runs, whose edges stand in the link, and opens a cell', async () => {
  const visitor = await (await stage.visitor()).open(`${digits}&columns=steps:3,5&rows=sampler:ddim,heun#/grid`);
  const { page } = visitor;
  await whenDone(page, 4);
  const notes = await page.getByText(/ms,\s\d+\sev\.$/).allInnerTexts();
  expect(notes.map((note) => /(\d+)\sev/.exec(note)?.[1])).toEqual(['3', '5', '5', '9']);
  expect(await page.getByRole('img', { name: /: step (\d) of \1$/ }).count()).toBe(4);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await page.getByRole('checkbox', { name: 'equal evaluations' }).check();
  await expect.poll(() => query(page).get('equal')).toBe('evaluations');
  await expect
    .poll(() => page.getByText(/^\d+ steps$/).allInnerTexts())
    .toEqual(['3 steps', '5 steps', '2 steps', '3 steps']);
  await page.goBack();
  await expect.poll(() => page.getByRole('checkbox', { name: 'equal evaluations' }).isChecked()).toBe(false);

  await page.getByRole('textbox', { name: 'values across' }).fill('3, many, 4');
  await page.getByRole('textbox', { name: 'values across' }).press('Enter');
  await visitor.messages.getByText(/asks for steps “many”/).waitFor();
  expect(query(page).get('columns')).toBe('steps:3,4');
  await whenDone(page, 4);

  await page.getByRole('link', { name: /^Heun, steps 4/ }).click();
  await visitor.whenLive();
  expect([query(page).get('sampler'), query(page).get('steps')]).toEqual(['heun', '4']);
  await page.goBack();
  await whenDone(page, 4);
  expect(stage.complaints).toEqual([]);
});

it('stops, goes on, and is saved as a picture with its labels', async () => {
  const { page } = await (await stage.visitor()).open(`${digits}&columns=seed:1,2,3&rows=guidance:1,3#/grid`);
  await page.getByRole('button', { name: 'Stop' }).click();
  const save = page.getByRole('button', { name: 'Save as PNG' });
  expect(await save.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Run' }).click();
  await whenDone(page, 6);
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(file.suggestedFilename()).toBe('grid-digits.png');
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect([width > 3 * 168, height > 2 * 168, bytes.length > 5000]).toEqual([true, true, true]);
});

it('shows rows of two on a phone', async () => {
  const visitor = await stage.visitor({ viewport: { width: 360, height: 740 } });
  const { page } = await visitor.open(`${digits}&columns=steps:2,3,4&rows=sampler:ddim,heun#/grid`);
  await whenDone(page, 6);
  const places = await page
    .getByRole('img', { name: /step/ })
    .evaluateAll((pictures) => pictures.map((picture) => picture.getBoundingClientRect()).map(({ x, y }) => [x, y]));
  expect(new Set(places.map(([x]) => Math.round(x!))).size).toBe(2);
  expect(new Set(places.map(([, y]) => Math.round(y!))).size).toBe(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
