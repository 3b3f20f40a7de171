import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { parseRecipeManifest } from '../../src/contract/manifest.ts';
import { root } from '../tools/spawn.mjs';
import { Stage } from './support/visitor.ts';

const models = readdirSync(join(root, 'models'))
  .map((folder) => join(root, 'models', folder, 'manifest.json'))
  .filter((file) => existsSync(file))
  .map((file) => parseRecipeManifest(JSON.parse(readFileSync(file, 'utf8'))));

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

it('every model is offered where there are several, and each has its credits', async () => {
  const visitor = await (await (await stage.visitor()).open('?steps=5')).whenLive();
  const { page } = visitor;
  const offered = page.getByRole('group', { name: 'Model' }).getByRole('button');
  expect(await offered.count()).toBe(models.length > 1 ? models.length : 0);
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('button', { name: 'Credits and licences' }).click();
  const credits = page.getByRole('dialog', { name: 'Credits and licences' });
  for (const { name, licence } of models) {
    const heading = page.getByRole('heading', { name, exact: true });
    const section = credits.locator('section').filter({ has: heading });
    await section.getByText(licence.data.attribution).waitFor();
    await section.getByRole('link', { name: licence.data.spdx }).waitFor();
  }
});

it.each(models.filter(({ id }) => id !== 'digits'))(
  'from digits to $id and back: the seed stays, the worker too, and each step is one that leads back',
  async ({ id, name }) => {
    const visitor = await (
      await (await stage.visitor()).open('?model=digits&condition=4:1&seed=11&steps=6')
    ).whenLive();
    const { page } = visitor;
    await page.getByRole('group', { name: 'Model' }).getByRole('button', { name, exact: true }).click();
    await page.waitForURL(new RegExp(`model=${id}.*seed=11`));
    await visitor.whenLive();
    expect(page.workers()).toHaveLength(1);
    await page.goBack();
    await expect.poll(() => visitor.digit('4').isChecked()).toBe(true);
    await visitor.whenLive();
    expect(stage.complaints).toEqual([]);
  },
);

it('an emoji that is typed takes the place of the one before; its style stays', async () => {
  const visitor = await (
    await (await stage.visitor()).open('?model=emoji&condition=twemoji:1,butterfly:1&steps=6')
  ).whenLive();
  const prompt = visitor.page.getByRole('combobox', { name: 'Prompt' });
  await prompt.fill('a red apple');
  await prompt.press('Enter');
  await expect.poll(() => visitor.query.get('condition')).toBe('twemoji:1,red:1,apple:1');
  await prompt.fill('owl, noto style');
  await prompt.press('Enter');
  await expect.poll(() => visitor.query.get('condition')).toBe('owl:1,noto:1');
  await visitor.whenLive();
  expect(stage.complaints).toEqual([]);
});
