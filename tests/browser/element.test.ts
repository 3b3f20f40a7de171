import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DiffusionPlayground } from '../../src/element/element.ts';
import { Stage } from './support/visitor.ts';

/** An event and its detail. */
interface Heard {
  readonly name: string;
  readonly id: string;
  readonly recipe: string;
  readonly nfe: number;
  readonly phase: string;
  readonly index: number;
  readonly detail: Record<string, unknown>;
}

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** A page of somebody else, with elements on it. Every event is written down in `heard`, as far as it is plain. */
async function host(body: string, head = ''): Promise<Page> {
  const { page } = await stage.visitor();
  const html = `<!doctype html><html lang="en"><head><title>Host</title>${head}
    <script>
      heard = [];
      for (const name of ['progress', 'frame', 'done', 'error'])
        addEventListener(name, ({ detail, target }) => detail && heard.push({ name, id: target.id, ...detail }), true);
    </script>
    <script type="module" src="diffusion-playground.js"></script></head><body><main><h1>Host</h1>${body}</main></body></html>`;
  await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(stage.site.url('host.html'));
  return page;
}

const digits = '<diffusion-playground id="a" model="digits" label="7" steps="6" seed="3" backend="wasm"';
const element = (page: Page, id = 'a') => page.locator(`#${id}`);
const heard = (page: Page, name: string) =>
  page.evaluate(
    (name) => (globalThis as unknown as { heard: Heard[] }).heard.filter((event) => event.name === name),
    name,
  );
const last = async (page: Page, name: string) => (await heard(page, name)).at(-1);
const call = <T>(page: Page, act: (element: DiffusionPlayground) => T | Promise<T>) =>
  element(page).evaluate(act as unknown as (element: HTMLElement) => T | Promise<T>);
const requested = () => stage.site.answers.map(({ path }) => path.replace(/^.*\//, ''));

describe('the element', () => {
  it('draws what its attributes say, live, and tells what it does', async () => {
    const page = await host(`${digits} autoplay></diffusion-playground>`);
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
    const done = await last(page, 'done');
    const query = new URLSearchParams(done?.recipe);
    expect(Object.fromEntries(query)).toMatchObject({ model: 'digits', condition: '7:1', steps: '6', seed: '3' });
    expect(done?.nfe).toBeGreaterThanOrEqual(6);
    expect((await heard(page, 'progress')).some(({ phase }) => phase === 'sampling')).toBe(true);
    expect(await heard(page, 'error')).toEqual([]);
    expect(stage.complaints).toEqual([]);
    const frames = await call(page, async (element) =>
      (await element.getFrames()).map(({ index, sigma, shape, x }) => ({ index, sigma, shape, size: x.length })),
    );
    expect(frames.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    for (const { shape, size } of frames) expect([shape, size]).toEqual([[1, 1, 28, 28], 784]);
  });

  it('asks for nothing but itself and a poster before it is seen', async () => {
    const page = await host(`<div style="height: 4000px"></div>${digits}></diffusion-playground>`);
    await expect.poll(() => element(page).evaluate((own) => own.shadowRoot !== null)).toBe(true);
    await page.waitForTimeout(500);
    expect(
      requested().filter(
        (name) => !/^(diffusion-playground|languages|failure|preload-helper|poster|rolldown)\b/.test(name),
      ),
    ).toEqual([]);
    await element(page).scrollIntoViewIfNeeded();
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
  });

  it('with reveal="interaction" waits for a click, and then runs', async () => {
    const page = await host(`${digits} reveal="interaction" autoplay></diffusion-playground>`);
    const start = page.getByRole('button', { name: 'Denoise live' });
    await start.waitFor();
    expect(requested().some((name) => name.endsWith('.onnx'))).toBe(false);
    await start.click();
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
  });

  it('is led by its methods, and makes a file of its picture', async () => {
    const page = await host(`${digits}></diffusion-playground>`);
    await call(page, (element) => element.run());
    await call(page, (element) => element.seek(2));
    await expect.poll(async () => (await last(page, 'frame'))?.index).toBe(2);
    await call(page, (element) => element.step());
    await expect.poll(async () => (await last(page, 'frame'))?.index).toBe(3);
    const size = await call(page, async (element) => {
      const { width, height } = await createImageBitmap(await element.toBlob('image/png', { scale: 4 }));
      return [width, height];
    });
    expect(size).toEqual([112, 112]);
  });

  it('follows its attributes, and names what is wrong in them without losing the picture', async () => {
    const page = await host(`${digits}></diffusion-playground>`);
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
    await call(page, (element) => void (element.label = '4'));
    await expect.poll(async () => new URLSearchParams((await last(page, 'done'))?.recipe).get('condition')).toBe('4:1');
    await call(page, (element) => void (element.steps = 'many'));
    await expect.poll(async () => (await last(page, 'error'))?.detail).toMatchObject({ field: 'steps', value: 'many' });
    await element(page).getByText('steps').waitFor();
    expect(await call(page, async (element) => (await element.getFrames()).length)).toBeGreaterThan(1);
  });

  it('opens once its attributes can be met, by themselves or by a click', async () => {
    const page = await host(
      '<diffusion-playground id="a" model="digits" label="7" steps="6" src="nowhere"></diffusion-playground>',
    );
    await expect.poll(() => heard(page, 'error')).not.toEqual([]);
    await call(page, (element) => element.removeAttribute('src'));
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
    const frames = await page.evaluate(async () => {
      const element = document.createElement('diffusion-playground');
      Object.assign(element, { id: 'b', model: 'digits', steps: 5, label: '', backend: '' });
      const run = element.run();
      document.querySelector('main')!.append(element);
      await run;
      return (await element.getFrames()).length;
    });
    expect(frames).toBe(6);
    expect((await heard(page, 'error')).filter(({ id }) => id === 'b')).toEqual([]);
    expect(stage.complaints.filter((text) => !/404|nowhere/.test(text))).toEqual([]);
  });

  it('shares one worker with others, draws all of them, and leaves nothing when all are gone', async () => {
    const three = ['a', 'b', 'c'].map(
      (id, i) => digits.replace('id="a"', `id="${id}"`).replace('"7"', `"${i}"`) + '></diffusion-playground>',
    );
    const page = await host(three.join(''));
    await expect.poll(async () => new Set((await heard(page, 'done')).map(({ id }) => id)).size).toBe(3);
    expect(page.workers()).toHaveLength(1);
    await page.evaluate(() => document.querySelector('main')!.replaceChildren());
    await expect.poll(() => page.workers().length).toBe(0);
  });

  it('goes on where it is moved', async () => {
    const page = await host(`${digits}></diffusion-playground><section></section>`);
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
    await page.evaluate(() => document.querySelector('section')!.append(document.querySelector('#a')!));
    await page.waitForTimeout(1500);
    expect(await call(page, async (element) => (await element.getFrames()).length)).toBe(7);
    expect(await heard(page, 'done')).toHaveLength(1);
  });

  it('leaves the styles and names of its host as they are, and hostile ones do not reach it', async () => {
    const hostile = '<style>section, div, canvas, input, button, span { display: none !important }</style>';
    const page = await host(`${digits} autoplay></diffusion-playground>`, hostile);
    const before = await page.evaluate(() => [document.head.childElementCount, document.styleSheets.length]);
    await expect.poll(() => heard(page, 'done')).toHaveLength(1);
    expect(await page.evaluate(() => [document.head.childElementCount, document.styleSheets.length])).toEqual(before);
    await element(page).getByRole('button', { name: 'Denoise' }).click();
    await expect.poll(() => heard(page, 'done')).toHaveLength(2);
  });

  it('is accessible, in German too', async () => {
    const page = await host(`<div lang="de">${digits} theme="dark"></diffusion-playground></div>`);
    await element(page).getByRole('button', { name: 'Entrauschen' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });
});
