import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../tools/spawn.mjs';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const sandboxed = (address: string) =>
  `<iframe sandbox="allow-scripts" width="400" height="400" src="${address}"></iframe>`;

describe('a frame that allows scripts and nothing else', () => {
  it('runs live where the server lets anybody read its files', async () => {
    const { page } = await stage.visitor();
    stage.site.breakWith(() => ({ headers: { 'access-control-allow-origin': '*' } }));
    await page.setContent(sandboxed(stage.site.url('embed.html?model=digits&steps=8')));
    await page.frameLocator('iframe').getByText('live', { exact: true }).waitFor();
  });

  it('says what it must allow where the server does not', async () => {
    const { page } = await stage.visitor();
    await page.setContent(sandboxed(stage.site.url('embed.html?model=digits&steps=8')));
    const said = page.frameLocator('iframe').getByRole('alert');
    await said.getByText('sandbox="allow-scripts allow-same-origin"').waitFor();
    await said.getByRole('link', { name: 'Reload' }).waitFor();
  });
});

describe('after a deploy, when the files of the page that is open are gone', () => {
  const gone = (pattern: RegExp) => stage.site.breakWith((path) => (pattern.test(path) ? { status: 404 } : undefined));

  it.each([
    ['likelihood', /LikelihoodDialog/, 'How likely'],
    ['nearest pictures', /NearestDialog/, 'Is it a copy'],
  ])('%s say so and lead to a reload that keeps the state', async (_part, pattern, button) => {
    const visitor = await (await (await stage.visitor()).open('?model=portraits-small&seed=1&steps=6')).whenLive();
    gone(pattern);
    await visitor.seed.fill('77');
    await visitor.seed.press('Enter');
    await visitor.page.waitForURL(/seed=77/);
    await visitor.page.getByRole('button', { name: button }).click();
    await visitor.messages.getByText(/the page has changed/).waitFor();
    stage.site.breakWith();
    await visitor.messages.getByRole('button', { name: 'Reload' }).click();
    await visitor.whenLive();
    expect(await visitor.seed.inputValue()).toBe('77');
  });

  it('a page of its own and the first script say so too', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&steps=6')).whenLive();
    gone(/GridPage/);
    await visitor.page.getByRole('link', { name: 'Grid' }).click();
    await visitor.page.getByText(/the page has changed/).waitFor();
    gone(/assets\/index-.*js/);
    const other = await stage.visitor();
    await other.open('?seed=5');
    await other.page.getByText('A part of this page did not arrive').waitFor();
    stage.site.breakWith();
    await other.page.getByRole('link', { name: 'Reload' }).click();
    await other.whenLive();
    expect(await other.seed.inputValue()).toBe('5');
  });

  it('the prompt box says so in its place', async () => {
    gone(/assets\/Prompt-.*js/);
    const { page } = await (await stage.visitor()).open('?model=portraits-small&steps=6');
    await page.getByText(/the page has changed/).waitFor();
  });
});

it('no chunk of the worker imports its entry, which WebKit would run again', () => {
  const folder = join(root, 'dist/assets');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  const entries = scripts.filter((name) => name.startsWith('main-'));
  expect(entries).toHaveLength(1);
  const importing = scripts.filter((name) =>
    new RegExp(`(from|import)\\s*\\(?["'\`]\\./${entries[0]!.replaceAll('.', '\\.')}`).test(
      readFileSync(join(folder, name), 'utf8'),
    ),
  );
  expect(importing).toEqual([]);
});
