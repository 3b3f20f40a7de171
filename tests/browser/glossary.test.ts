import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './support/axe.ts';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const recipe = '?model=digits&condition=3:1&seed=1&steps=5&guidance=2';
const explanationOf = ({ page }: PlaygroundPage) => page.getByRole('tooltip');
const labelled = ({ page }: PlaygroundPage, text: string) =>
  page.locator('label[data-term]').filter({ hasText: new RegExp(`^${text}$`) });

describe('a term is explained', () => {
  it('on hover, stays while the pointer is on the explanation, and goes on Escape', async () => {
    const visitor = await (await stage.visitor()).open(recipe);
    const explanation = explanationOf(visitor);
    await labelled(visitor, 'guidance').hover();
    await explanation.getByText(/with and without the words/).waitFor();
    await explanation.hover();
    await visitor.page.waitForTimeout(600);
    expect(await explanation.isVisible()).toBe(true);
    await visitor.page.mouse.move(5, 5);
    await explanation.waitFor({ state: 'hidden' });
    await labelled(visitor, 'sampler').hover();
    await explanation.waitFor();
    await visitor.page.keyboard.press('Escape');
    await explanation.waitFor({ state: 'hidden' });
  });

  it('on focus by keyboard, as the description of its control, which it does not cover', async () => {
    const visitor = await (await (await stage.visitor()).open(recipe)).whenLive();
    const slider = visitor.page.getByRole('slider', { name: 'steps', exact: true });
    await visitor.newSeed.focus();
    // Tab to it, as a visitor would.
    for (let press = 0; press < 30 && !(await slider.evaluate((own) => own === document.activeElement)); press++)
      await visitor.page.keyboard.press('Tab');
    const explanation = explanationOf(visitor);
    await explanation.getByText(/lead from noise to picture/).waitFor();
    expect(await slider.getAttribute('aria-describedby')).toBe(await explanation.getAttribute('id'));
    const [box, control] = [await explanation.boundingBox(), await slider.boundingBox()];
    expect(box!.x + box!.width <= control!.x || box!.y + box!.height <= control!.y).toBe(true);
    // Who moves it wants to see the picture.
    await visitor.page.keyboard.press('ArrowRight');
    await explanation.waitFor({ state: 'hidden' });
  });

  it('on tap, until another tap, on a phone', async () => {
    const visitor = await (
      await stage.visitor({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    ).open(recipe);
    await visitor.whenLive();
    const explanation = explanationOf(visitor);
    await labelled(visitor, 'noise levels').tap();
    await explanation.getByText(/falls from step to step/).waitFor();
    const box = (await explanation.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    await visitor.page.getByRole('heading', { name: 'This step in numbers' }).tap();
    await explanation.waitFor({ state: 'hidden' });
  });

  it('in German, with its words loaded only then', async () => {
    const visitor = await (await stage.visitor({ locale: 'de' })).open(recipe);
    await labelled(visitor, 'Schritte').hover();
    await explanationOf(visitor)
      .getByText(/führen/)
      .waitFor();
  });
});

it('help holds the whole glossary, which can be searched, and axe finds nothing serious', async () => {
  const visitor = await (await (await stage.visitor()).open(recipe)).whenLive();
  await visitor.page.keyboard.press('?');
  const help = visitor.page.getByRole('dialog');
  await help.getByText('Glossary').click();
  await help.getByRole('searchbox').fill('karras');
  await expect.poll(() => help.locator('.list').getByRole('term').first().innerText()).toContain('Karras');
  expect(await barriers(visitor.page)).toEqual([]);
  await help.getByRole('searchbox').fill('xylophone');
  await help.getByText('No term with “xylophone”.').waitFor();
  expect(await help.locator('.list').getByRole('term').count()).toBe(0);
});

it('the page asks for no words of the glossary before anybody asks', async () => {
  const visitor = await stage.visitor();
  const asked: string[] = [];
  visitor.page.on('request', (request) => asked.push(request.url()));
  await visitor.open(recipe);
  await visitor.whenLive();
  expect(asked.filter((url) => /Explanation-|Glossary-|learning/.test(url))).toEqual([]);
  await labelled(visitor, 'steps').hover();
  await explanationOf(visitor).waitFor();
  expect(asked.filter((url) => /Explanation-/.test(url))).not.toEqual([]);
});
