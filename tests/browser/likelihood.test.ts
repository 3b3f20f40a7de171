import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** The dialog, opened where a finished picture stands. */
async function opened(visitor: PlaygroundPage) {
  await visitor.position.press('End');
  await visitor.page.getByRole('button', { name: 'How likely is this picture?' }).click();
  const dialog = visitor.page.getByRole('dialog', { name: 'How likely is this picture?' });
  await dialog.waitFor();
  const row = (name: string) => dialog.getByRole('listitem').filter({ hasText: name });
  return {
    dialog,
    compute: dialog.getByRole('button', { name: 'Compute' }),
    stop: dialog.getByRole('button', { name: 'Stop' }),
    progress: dialog.getByRole('progressbar'),
    /** Bits per dimension of a row, once it has some. */
    bits: async (name: string) => {
      await row(name)
        .getByText(/\d ± 0\.\d/)
        .waitFor();
      return Number.parseFloat((await row(name).locator('strong').innerText()).trim());
    },
    computed: () => dialog.getByText(/\d ± 0\.\d/).count(),
  };
}

const barriers = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id }) => id);

describe('how likely a picture is', () => {
  it('a digit takes few bits, plain noise more than it has, and nothing is loaded for it before it is asked', async () => {
    const visitor = await (await (await stage.visitor()).open('?condition=3:1&seed=42&steps=10')).whenLive();
    const chunks = () => stage.site.answers.filter(({ path }) => /Likelihood/.test(path)).length;
    expect(chunks()).toBe(0);
    const view = await opened(visitor);
    expect(chunks()).toBeGreaterThan(0);
    expect(await barriers(visitor.page)).toEqual([]);
    await view.compute.click();
    await view.progress.waitFor();
    const result = await view.bits('this run’s result');
    const training = await view.bits('a training picture');
    const noise = await view.bits('plain noise');
    for (const bits of [result, training]) {
      expect(bits).toBeGreaterThan(0.5);
      expect(bits).toBeLessThan(4);
    }
    expect(noise).toBeGreaterThan(8);
    expect(noise).toBeLessThan(14);
    expect(await view.compute.isDisabled()).toBe(true);
    expect(stage.complaints).toEqual([]);
  });

  it('is stopped by its button, and by closing', async () => {
    const visitor = await (await (await stage.visitor()).open('?steps=10')).whenLive();
    const view = await opened(visitor);
    await view.compute.click();
    await view.stop.click();
    await view.compute.waitFor();
    expect(await view.computed()).toBe(0);
    await view.compute.click();
    await view.progress.waitFor();
    await visitor.page.keyboard.press('Escape');
    await view.dialog.waitFor({ state: 'hidden' });
    await (await opened(visitor)).compute.waitFor();
    expect(stage.complaints).toEqual([]);
  });

  it('gives way to a change of the recipe, which runs at once', async () => {
    // A run that was stopped is in no cache: going back to it is a run.
    const visitor = await (await stage.visitor()).open('?steps=300&guidance=2');
    await visitor.stop.click();
    await visitor.denoise.waitFor();
    await visitor.page.getByRole('slider', { name: 'steps' }).focus();
    await visitor.page.keyboard.press('Home');
    await visitor.page.waitForURL((url) => url.searchParams.get('steps') !== '300');
    await visitor.whenLive();
    const view = await opened(visitor);
    await view.compute.click();
    await view.progress.waitFor();
    await visitor.page.goBack();
    await visitor.page
      .getByText(/step \d+ of 300/)
      .last()
      .waitFor();
    // Three pictures were due, for some seconds: the run did not wait for them.
    expect(await view.computed()).toBeLessThan(2);
    await view.compute.waitFor();
    await expect.poll(() => visitor.page.getByText(/ms a step/).count()).toBe(1);
    expect(stage.complaints).toEqual([]);
  });
});
