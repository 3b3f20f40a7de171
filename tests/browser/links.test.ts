import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Links with something that makes no sense in each field. */
const nonsense: Record<string, string>[] = [
  {
    model: 'mona-lisa',
    condition: 'eleven:1',
    not: '<b>x</b>',
    seed: '-1',
    steps: '0',
    sampler: 'constructor',
    eta: '2',
    sigmas: 'none',
    betas: '',
    spacing: 'trailing;',
    guidance: 'NaN',
    backend: 'abacus',
  },
  { condition: '3:99', seed: 'seven', steps: '1e9', eta: '-0.1', guidance: '', backend: '__proto__' },
];

describe('nonsense in a link', () => {
  it.each(nonsense)('is named field by field, and the page works: %o', async (fields) => {
    const visitor = await (await stage.visitor()).open(`?${new URLSearchParams(fields).toString()}`);
    for (const field of Object.keys(fields)) {
      await visitor.messages.getByText(new RegExp(`asks for ${field} “.*Accepted: \\S`)).waitFor();
    }
    await visitor.whenLive();
    expect(stage.complaints).toEqual([]);
  });

  it('is told for each field, and can be dismissed', async () => {
    const visitor = await (await stage.visitor()).open('?steps=-5&eta=x&nobody=asked');
    const dismiss = visitor.messages.getByRole('button', { name: 'Dismiss' });
    await expect.poll(() => dismiss.count()).toBe(2);
    await dismiss.first().click();
    await dismiss.first().click();
    await expect.poll(() => visitor.messages.innerText()).toBe('');
  });

  it('does no harm to the embed', async () => {
    const visitor = await (await stage.visitor()).open('embed.html?steps=many&seed=8');
    await visitor.messages.getByText(/\bsteps\b/).waitFor();
    await visitor.live.waitFor();
  });
});

describe('a link', () => {
  it('restores every field', async () => {
    const link =
      'model=digits&condition=9:1&seed=4294967295&steps=16&sampler=dpmpp_2m&eta=0&sigmas=betas&betas=scaled_linear' +
      '&spacing=trailing&guidance=3.5';
    const visitor = await (await (await stage.visitor()).open(`?${link}`)).whenLive();
    expect(await visitor.messages.innerText()).toBe('');
    expect(await visitor.digit('9').isChecked()).toBe(true);
    expect(await visitor.seed.inputValue()).toBe('4294967295');
    for (const [name, label] of [
      ['sampler', 'DPM++ 2M'],
      ['noise levels', 'from the training schedule'],
      ['training schedule', 'scaled linear'],
      ['spacing', 'trailing'],
    ]) {
      const chosen = visitor.page.getByRole('combobox', { name: name! }).locator('option:checked');
      expect(await chosen.innerText()).toBe(label);
    }
    // A change writes the address anew: with every field as it was.
    await visitor.choose('1');
    await visitor.page.waitForURL(/condition=1/);
    const wanted = Object.fromEntries(new URLSearchParams(link.replace('condition=9', 'condition=1')));
    expect(Object.fromEntries(visitor.query)).toMatchObject(wanted);
  });
});
