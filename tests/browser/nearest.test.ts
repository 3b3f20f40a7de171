import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/contract/manifest.ts';
import { largestError } from '../../src/engine/largest-error.ts';
import { Harness } from './support/harness.ts';
import { Stage } from './support/visitor.ts';

describe('a training picture drawn again', () => {
  const folder = 'models/portraits';
  const { samples, vocabulary } = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Manifest;
  /** Three a style; the first of each is looked for. */
  const perStyle = 3;
  const firsts = Array.from({ length: samples!.count / perStyle }, (_, k) => perStyle * k);
  let harness: Harness;
  beforeAll(async () => {
    harness = await Harness.open();
  });
  afterAll(() => harness.close());

  // Another browser smooths edges a little otherwise: 0.03 to 0.74 away. Different drawings are 5 and more apart.
  // samples.bin holds what the recipe drew: the golden pixels, with its seed and versions in the model's folder.
  it.each(firsts)('is found by itself, with its words, at next to no distance: sample %i', async (sample) => {
    const [itself] = await harness.nearest(folder, sample);
    const names = itself!.words.map((id) => vocabulary.find((word) => word.id === id)!.words[0]);
    expect(names.sort()).toEqual(samples!.labels[sample]!.split(', ').sort());
    expect(itself!.distance).toBeLessThan(1);
  });

  it('lies where the index holds it, wherever in the training set it stood', async () => {
    const drifts = await harness.drifts(folder, 120);
    expect(largestError(drifts)).toBeLessThan(4);
  });
});

const isIndex = (path: string) => /nearest-[^/]*\.bin$/.test(path);

/** The dialog, opened where a finished picture stands. */
async function opened(page: Page) {
  await page.getByRole('slider', { name: 'Step', exact: true }).press('End');
  await page.getByRole('button', { name: 'Is it a copy?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Is it a copy?' });
  await dialog.waitFor();
  return {
    dialog,
    compare: dialog.getByRole('button', { name: 'Compare' }),
    stop: dialog.getByRole('button', { name: 'Stop' }),
    retry: dialog.getByRole('button', { name: 'Try again' }),
    pictures: dialog.getByRole('img', { name: /^training picture/ }),
    verdict: dialog.getByText(/No copy|As near as a copy/),
  };
}

/** An index whose kept-back pictures all lie beyond 90: whatever is compared is nearer than they are. Its size stays. */
function withFarYardsticks(file: Buffer): Buffer {
  const start = 4 + file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', 4, start)) as Record<string, unknown>;
  const far = { heldOut: 80, same: 20, distances: [90, 95] };
  const text = JSON.stringify({ ...header, yardstick: far, yardsticks: [] });
  return Buffer.concat([file.subarray(0, 4), Buffer.from(text.padEnd(start - 4)), file.subarray(start)]);
}

const barriers = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id);

describe('the nearest training pictures', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());
  const fetched = () => stage.site.answers.filter(({ path }) => isIndex(path) || /NearestDialog|redraw-/.test(path));

  it.each(['portraits', 'digits'])('%s: come when asked for, in order, with a verdict', async (model) => {
    const visitor = await (await (await stage.visitor()).open(`?model=${model}&steps=10`)).whenLive();
    expect(fetched()).toEqual([]);
    const view = await opened(visitor.page);
    await view.verdict.waitFor();
    expect(await view.pictures.count()).toBe(5);
    const texts = await view.dialog.getByText(/^distance \d/).allInnerTexts();
    const distances = texts.map((text) => Number(text.replace('distance ', '')));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances[0]).toBeGreaterThan(2);
    expect(distances.at(-1)).toBeLessThan(40);
    expect(await barriers(visitor.page)).toEqual([]);
    // Once more: nothing is fetched or compared again.
    const { length } = fetched();
    await visitor.page.keyboard.press('Escape');
    await (await opened(visitor.page)).verdict.waitFor();
    expect(fetched()).toHaveLength(length);
    expect(stage.complaints).toEqual([]);
  });

  it('emoji: come with their words and without a verdict, for there is nothing to measure by', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=emoji&steps=10')).whenLive();
    const view = await opened(visitor.page);
    await view.dialog.getByText(/it draws from memory/).waitFor();
    expect(await view.pictures.count()).toBe(5);
    await view.dialog.getByText('noto, butterfly').waitFor();
    expect(await view.verdict.count()).toBe(0);
    expect(await barriers(visitor.page)).toEqual([]);
    expect(stage.complaints).toEqual([]);
  });

  it('say so where the picture is as near as a copy would be', async () => {
    const visitor = await stage.visitor();
    const file = withFarYardsticks(readFileSync('models/digits/nearest.bin'));
    await visitor.page.route(/nearest-[^/]*\.bin/, (route) => route.fulfill({ body: file }));
    await (await visitor.open('?model=digits&steps=10')).whenLive();
    const view = await opened(visitor.page);
    await view.dialog.getByText('Of 80 pictures of its kind that training never saw, only 0% come so near').waitFor();
    await view.dialog.getByText('Not counted: 20 more').waitFor();
    expect(await view.verdict.innerText()).toContain('As near as a copy would be.');
    expect(stage.complaints).toEqual([]);
  });

  it('are not compared where the browser hands out false pixels', async () => {
    const visitor = await stage.visitor();
    await visitor.page.addInitScript(() => {
      const { prototype } = CanvasRenderingContext2D;
      const read = Object.getOwnPropertyDescriptor(prototype, 'getImageData')!.value as typeof prototype.getImageData;
      prototype.getImageData = function (...where) {
        const image = read.apply(this, where);
        for (let i = 0; i < image.data.length; i++) image.data[i] = (i * 7919) % 256;
        return image;
      };
    });
    await (await visitor.open('?model=portraits&steps=10')).whenLive();
    const view = await opened(visitor.page);
    await view.dialog
      .getByRole('alert')
      .getByText(/other pixels than were drawn/)
      .waitFor();
    expect(await view.pictures.count()).toBe(0);
  });

  it('that do not arrive are told of in words, and tried again', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&steps=10')).whenLive();
    stage.site.breakWith((path) => (isIndex(path) ? { status: 503 } : undefined));
    const view = await opened(visitor.page);
    await view.dialog
      .getByRole('alert')
      .getByText(/did not arrive \(the server answered 503\)/)
      .waitFor();
    stage.site.breakWith();
    await view.retry.click();
    await view.verdict.waitFor();
    expect(await view.dialog.getByRole('alert').count()).toBe(0);
  });

  it('are loaded with progress, and stopped by the button', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&steps=10')).whenLive();
    stage.site.breakWith((path) => (isIndex(path) ? { bytesPerSecond: 100_000 } : undefined));
    const view = await opened(visitor.page);
    await view.dialog.getByText(/Loading the index: 0\.[1-9] MB of 1\.4 MB/).waitFor();
    await view.stop.click();
    await view.compare.waitFor();
    expect(await view.pictures.count()).toBe(0);
    stage.site.breakWith();
    await view.compare.click();
    await view.verdict.waitFor();
    expect(stage.complaints).toEqual([]);
  });
});
