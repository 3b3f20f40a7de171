import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const weights = () => stage.site.answers.filter(({ path }) => path.endsWith('.onnx'));

describe('the page', () => {
  it('denoises live, and says where and how fast', async () => {
    const visitor = await (await stage.visitor()).open('?backend=wasm');
    await visitor.whenLive();
    await visitor.live.waitFor();
    await visitor.page.getByText('WebAssembly').first().waitFor();
    expect(stage.complaints).toEqual([]);
  });

  it('runs again for another digit, and the address says so', async () => {
    const visitor = await (await (await stage.visitor()).open('?condition=3:1&seed=5')).whenLive();
    await visitor.page.keyboard.press('End');
    const three = await visitor.pixels();
    await visitor.choose('8');
    await visitor.page.waitForURL(/condition=8/);
    await expect.poll(() => visitor.pixels()).not.toEqual(three);
    expect(visitor.query.get('seed')).toBe('5');
  });

  it('cancels the run under way when something changes, and ends the new one', async () => {
    const visitor = await (await stage.visitor()).open('?steps=300&guidance=2');
    await visitor.stop.waitFor();
    const steps = visitor.page.getByRole('slider', { name: 'steps' });
    await steps.focus();
    await visitor.page.keyboard.press('Home');
    await visitor.page.waitForURL((url) => url.searchParams.get('steps') !== '300');
    await visitor.whenLive();
    expect(stage.complaints).toEqual([]);
  });

  it('stops a long run where it is, and goes on from its start when asked', async () => {
    const visitor = await (await stage.visitor()).open('?steps=300&guidance=2');
    await visitor.stop.click();
    await visitor.denoise.waitFor();
    await visitor.page.keyboard.press('End');
    const stoppedAt = await visitor.step();
    expect(stoppedAt).toBeGreaterThan(0);
    expect(stoppedAt).toBeLessThan(300);
    await visitor.denoise.click();
    await visitor.stop.click();
    await visitor.denoise.waitFor();
    expect(stage.complaints).toEqual([]);
  });

  it('fetches no weights on a second visit', async () => {
    // The network, and after its first picture the one that draws it sharp.
    const sharp = (visitor: PlaygroundPage) => visitor.page.getByRole('button', { name: 'sharp' });
    const first = await (await stage.visitor()).open();
    await first.whenLive();
    await sharp(first).waitFor();
    expect(weights()).toHaveLength(2);
    await first.page.close();
    const second = await (await stage.again(first)).open();
    await second.whenLive();
    await sharp(second).waitFor();
    expect(weights()).toHaveLength(2);
  });

  it('shows a portrait drawn sharp, and its pixels at a key', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=portraits&steps=5')).whenLive();
    await visitor.page.getByText('enlarged by a second network, 43,632 parameters').waitFor();
    await visitor.page.keyboard.press('End');
    const width = () => visitor.picture.evaluate((element) => element.querySelector('canvas')!.width);
    await expect.poll(width).toBe(128);
    await visitor.page.keyboard.press('x');
    await expect.poll(width).toBe(32);
    await visitor.page.getByRole('button', { name: 'sharp' }).click();
    await expect.poll(width).toBe(128);
    expect(stage.complaints).toEqual([]);
  });

  it.each(['r', 'ArrowRight on guidance'])('plays a newer run to its end after %s during a run', async (how) => {
    const visitor = await (await stage.visitor()).open('?model=digits&condition=3:1&seed=5&steps=40');
    await visitor.whenLive();
    await visitor.page.keyboard.press('d');
    await visitor.page.waitForTimeout(700);
    if (how === 'r') await visitor.page.keyboard.press('r');
    else await visitor.page.getByRole('slider', { name: 'guidance' }).press('ArrowRight');
    await expect.poll(() => visitor.step(), { timeout: 20_000 }).toBe(40);
  });

  it('leads back from the forward lane when what is drawn is edited', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&condition=3:1&seed=5')).whenLive();
    const forward = visitor.page.getByRole('button', { name: '← forward' });
    await forward.click();
    await expect.poll(() => forward.getAttribute('aria-pressed')).toBe('true');
    await visitor.choose('8');
    await expect.poll(() => forward.getAttribute('aria-pressed')).toBe('false');
    await expect.poll(() => visitor.step(), { timeout: 20_000 }).toBeGreaterThan(5);
  });

  it('goes back and forward through what was tried', async () => {
    const visitor = await (await (await stage.visitor()).open('?condition=3:1&seed=5')).whenLive();
    await visitor.choose('7');
    await visitor.page.waitForURL(/condition=7/);
    await visitor.seed.fill('6');
    await visitor.seed.press('Enter');
    await visitor.page.waitForURL(/seed=6/);
    await visitor.page.goBack();
    await expect.poll(() => visitor.seed.inputValue()).toBe('5');
    expect(await visitor.digit('7').isChecked()).toBe(true);
    await visitor.page.goBack();
    await expect.poll(() => visitor.digit('3').isChecked()).toBe(true);
    await visitor.page.goForward();
    await visitor.page.goForward();
    await expect.poll(() => visitor.seed.inputValue()).toBe('6');
    await visitor.whenLive();
  });

  it('morphs on a slider between two digits and two noises, and back without a trace', async () => {
    const visitor = await (await (await stage.visitor()).open('?condition=3:1&seed=5&steps=8')).whenLive();
    await visitor.page.keyboard.press('End');
    await expect.poll(() => visitor.step()).toBe(8);
    const three = await visitor.pixels();
    await visitor.page.getByText('Morph', { exact: true }).click();
    const toward = visitor.page.getByRole('group', { name: 'toward' });
    await toward.getByRole('combobox', { name: 'Digit' }).selectOption('8');
    await visitor.page.getByRole('slider', { name: 'between' }).fill('1');
    await visitor.page.waitForURL(/toCondition=8:1&toSeed=\d+&mix=1/);
    await expect.poll(() => visitor.pixels()).not.toEqual(three);
    await visitor.page.getByText('Morph', { exact: true }).click();
    await visitor.page.waitForURL((url) => !url.search.includes('mix'));
    await expect.poll(() => visitor.pixels()).toEqual(three);
  });

  it('shows the same picture for the same link', async () => {
    const link = '?model=digits&condition=4:1&seed=11&steps=12&sampler=heun&guidance=2';
    const pictures = [];
    for (const visitor of [await stage.visitor(), await stage.visitor()]) {
      await (await visitor.open(link)).whenLive();
      await visitor.page.keyboard.press('End');
      await expect.poll(() => visitor.step()).toBe(12);
      pictures.push(await visitor.pixels());
    }
    expect(pictures[0]).toEqual(pictures[1]);
  });
});
