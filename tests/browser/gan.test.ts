import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { palettes } from '../../src/kit/paint/picture.ts';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

interface GoldenFile {
  readonly runs: readonly { readonly recipe: string; readonly end: string }[];
}
const golden = JSON.parse(readFileSync('models/digits-gan/golden-runs.json', 'utf8')) as GoldenFile;

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const picture = (page: Page) => page.getByRole('img', { name: 'The picture that the network drew from the noise' });
const noise = (page: Page) => page.getByRole('img', { name: /^The noise: 32 numbers from [-−]?[\d.]+ to [\d.]+$/ });
const beside = (page: Page) => page.getByRole('img', { name: /^The same digit by diffusion/ });
const mix = (page: Page) => page.getByRole('slider', { name: 'on the way' });
const truncation = (page: Page) => page.getByRole('slider', { name: 'truncation' });

/** The red of each pixel as it is painted. */
const pixels = (picture: Locator) =>
  picture.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return [...data].filter((_, i) => i % 4 === 0);
  });

/** The mean difference of two painted pictures, 0 .. 255; NaN where they are not of a size. */
function difference(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return NaN;
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;
}

/** A link that was opened, once the picture and the run beside it are there. */
async function opened(query: string, options?: Parameters<Stage['visitor']>[0]): Promise<PlaygroundPage> {
  const visitor = await (await stage.visitor(options)).open(query);
  await visitor.live.waitFor();
  await whenDiffused(visitor.page);
  return visitor;
}

const whenDiffused = (page: Page) => page.getByText(/^\d+ evaluations, [\d,]+ ms$/).waitFor();

describe('the page of a GAN', () => {
  it.each(golden.runs)('draws what Python drew: $recipe', async ({ recipe, end }) => {
    const { page } = await opened(`?${recipe}`);
    const values = new Float32Array(Uint8Array.from(Buffer.from(end, 'base64')).buffer);
    const { low, high } = palettes.light;
    const wanted = [...values].map((value) => low[0] + ((value + 1) / 2) * (high[0] - low[0]));
    const painted = await pixels(picture(page));
    expect(painted).toHaveLength(28 * 28);
    // A colour has 256 steps.
    for (const [i, value] of wanted.entries()) expect(Math.abs(painted[i]! - value)).toBeLessThan(2);
    await noise(page).waitFor();
    expect(stage.complaints).toEqual([]);
  });

  it('has the same digit drawn by diffusion beside it, by a run of its own', async () => {
    const { page } = await opened('?model=digits-gan&condition=7:1&seed=3');
    await page.keyboard.press('End');
    await expect.poll(() => beside(page).getAttribute('aria-label')).toMatch(/step 20 of 20$/);
    const finished = await pixels(beside(page));
    expect(difference(finished, await pixels(picture(page)))).toBeGreaterThan(5);
    await page.keyboard.press('Home');
    await expect.poll(() => beside(page).getAttribute('aria-label')).toMatch(/step 0 of 20$/);
    expect(difference(finished, await pixels(beside(page)))).toBeGreaterThan(20);
    expect(page.workers()).toHaveLength(1);
  });

  it('redraws while its slider is dragged, from the one seed to the other', async () => {
    const visitor = await opened('?model=digits-gan&condition=4:1&seed=11');
    const { page } = visitor;
    const [start, end] = [
      await pixels(picture(page)),
      await pixels(page.getByRole('img', { name: 'The picture of seed 12' })),
    ];
    expect(difference(start, end)).toBeGreaterThan(5);
    const box = (await mix(page).boundingBox())!;
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + 8, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, middle, { steps: 5 });
    await expect.poll(async () => difference(start, await pixels(picture(page)))).toBeGreaterThan(1);
    // Still held: no place to come back to.
    expect(visitor.query.get('mix')).toBeNull();
    await page.mouse.move(box.x + box.width, middle, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => difference(end, await pixels(picture(page)))).toBeLessThan(1);
    await expect.poll(() => [visitor.query.get('toSeed'), visitor.query.get('mix')]).toEqual(['12', '1']);
    await page.goBack();
    await expect.poll(async () => difference(start, await pixels(picture(page)))).toBe(0);
    expect(await mix(page).inputValue()).toBe('0');
  });

  it('gives every seed the same picture where truncation leaves no noise, and other ones where it does', async () => {
    const visitor = await opened('?model=digits-gan&condition=8:1&seed=1&truncation=1');
    const { page } = visitor;
    const whole = await pixels(picture(page));
    await truncation(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(async () => difference(whole, await pixels(picture(page)))).toBeGreaterThan(2);
    await page.getByRole('img', { name: 'The noise: 32 numbers from 0.0 to 0.0' }).waitFor();
    const typical = await pixels(picture(page));
    await expect.poll(() => visitor.query.get('truncation')).toBe('0');
    await visitor.seed.first().fill('99');
    await visitor.seed.first().press('Enter');
    await expect.poll(() => visitor.query.get('seed')).toBe('99');
    await page.getByRole('img', { name: 'The picture of seed 100' }).waitFor();
    expect(difference(typical, await pixels(picture(page)))).toBe(0);
  });

  it('says what it is worth, the mark that it misses too', async () => {
    const { page } = await opened('?model=digits-gan');
    const row = page.getByRole('row', { name: /^near copies, mark 5%/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringMatching(/^7\.6%.*over the mark$/s),
      expect.stringMatching(/^9\.2%.*over the mark$/s),
      '3.1%',
      '3.7%',
    ]);
    await page.getByText(/7\.6% of them lie closer to a training digit than 5% of new handwritten digits do/).waitFor();
  });
});

describe('a link to a GAN', () => {
  it('restores every field, and a change keeps the others', async () => {
    const link = 'model=digits-gan&condition=9:1&seed=4294967295&family=gan&toSeed=17&mix=0.4&truncation=0.75';
    const visitor = await opened(`?${link}`);
    const { page } = visitor;
    expect(await visitor.messages.innerText()).toBe('');
    expect(await visitor.digit('9').isChecked()).toBe(true);
    expect(await visitor.seed.first().inputValue()).toBe('4294967295');
    expect(await page.getByRole('group', { name: 'other' }).getByRole('textbox', { name: 'seed' }).inputValue()).toBe(
      '17',
    );
    expect([await mix(page).inputValue(), await truncation(page).inputValue()]).toEqual(['0.4', '0.75']);
    await visitor.choose('2');
    await page.waitForURL(/condition=2/);
    const wanted = Object.fromEntries(new URLSearchParams(link.replace('condition=9', 'condition=2')));
    expect(Object.fromEntries(visitor.query)).toEqual(wanted);
    await page.goBack();
    await expect.poll(() => visitor.digit('9').isChecked()).toBe(true);
  });

  it('names what makes no sense, and the page works', async () => {
    const visitor = await opened('?model=digits-gan&condition=eleven:1&seed=-1&truncation=9&mix=2&toSeed=x');
    for (const field of ['condition', 'seed', 'truncation', 'mix', 'toSeed']) {
      await visitor.messages.getByText(new RegExp(`asks for ${field} “.*Accepted: \\S`)).waitFor();
    }
    expect(stage.complaints).toEqual([]);
  });

  it.each(['#/compare', '#/grid'])(
    'to %s, which is of diffusion, finds diffusion there and a word about it',
    async (route) => {
      const visitor = await (await stage.visitor()).open(`?model=digits-gan&condition=5:1&seed=2${route}`);
      await visitor.messages.getByText(/asks for model “digits-gan”.*Accepted: .*digits/).waitFor();
      await visitor.page
        .getByRole('img', { name: /step \d+ of 20$/ })
        .first()
        .waitFor();
      expect(stage.complaints).toEqual([]);
    },
  );

  it('to the embed finds the same digit by diffusion and a word about it', async () => {
    const visitor = await (await stage.visitor()).open('embed.html?model=digits-gan&condition=5:1&seed=2');
    await visitor.messages.getByText(/asks for model “digits-gan”/).waitFor();
    await visitor.live.waitFor();
    expect(stage.complaints).toEqual([]);
  });
});

it('is reached by the switch and left by it: the digit and the seed stay', async () => {
  const visitor = await (await (await stage.visitor()).open('?model=digits&condition=6:1&seed=5&steps=6')).whenLive();
  const { page } = visitor;
  const models = page.getByRole('group', { name: 'Model' });
  await models.getByRole('button', { name: 'Digits by a GAN' }).click();
  await page.waitForURL(/model=digits-gan&condition=6:1&seed=5/);
  await whenDiffused(page);
  expect(await page.getByRole('link', { name: 'Compare' }).count()).toBe(0);
  await models.getByRole('button', { name: 'Digits', exact: true }).click();
  await page.waitForURL(/model=digits&condition=6:1&seed=5&steps=6/);
  await visitor.whenLive();
  expect(stage.complaints).toEqual([]);
});

it('hands out its link, its recipe and its picture, which says what made it', async () => {
  const { page } = await opened('?model=digits-gan&condition=3:1&seed=8');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Take it away' });
  const names = await dialog.getByRole('listitem').locator('strong').allInnerTexts();
  expect(names).toEqual(['Link', 'Picture', 'Recipe']);
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Picture: Save' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('digits-gan-8.png');
  const file = await readFile(await download.path());
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  expect(file.toString('latin1')).toContain('made by a generative model');
  expect(file.toString('latin1')).toContain('"model": "digits-gan"');
});

describe('on a small screen', () => {
  it.each(['en', 'de'])('nothing is cut off, %s', async (locale) => {
    const visitor = await (
      await stage.visitor({ viewport: { width: 360, height: 740 }, locale, hasTouch: true })
    ).open('?model=digits-gan');
    await visitor.live.waitFor();
    const { page } = visitor;
    await page.getByText(/^40 (evaluations|Auswertungen)/).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    // Noise, picture and slider are the first screen.
    for (const part of [page.getByRole('img').nth(0), page.getByRole('img').nth(1), page.getByRole('slider').first()]) {
      const { y, height } = (await part.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(740);
    }
    const cut = await page
      .getByRole('group', { name: /^(Model|Modell)$/ })
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map((button) => button.textContent),
      );
    expect(cut).toEqual([]);
  });

  it.each([700, 768, 860, 1024, 1280])('the header has room for every model in German at %s pixels', async (width) => {
    const visitor = await (
      await stage.visitor({ viewport: { width, height: 800 }, locale: 'de' })
    ).open('?model=digits-gan');
    await visitor.page.getByRole('button', { name: 'Ziffern von einem GAN' }).waitFor();
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

it.each(['light', 'dark'] as const)('keeps nobody out, %s', async (colorScheme) => {
  const { page } = await opened('?model=digits-gan', { colorScheme });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
});
