import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

it('leads a picture back to noise, and denoises it again as it was or as something else', async () => {
  const { page } = await (await stage.visitor()).open('?condition=3:1&seed=42&steps=20&guidance=1#/inversion');
  const status = page.getByText(/^Differs from the picture by/);
  await status.waitFor();
  const lost = async () => Number(/by ([\d.]+)/.exec(await status.innerText())?.[1]);
  const same = await lost();
  expect(same).toBeLessThan(0.2);
  await page.getByRole('combobox', { name: 'denoise it as' }).selectOption('8');
  await expect.poll(lost).toBeGreaterThan(1.5 * same);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(stage.complaints).toEqual([]);
});
