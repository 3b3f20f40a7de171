import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlaygroundPage } from './support/playground-page.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** Every field of a link, with something that makes no sense in it. */
const nonsense: [field: string, value: string][] = [
  ['model', 'mona-lisa'],
  ['condition', 'eleven:1'],
  ['condition', '3:99'],
  ['not', '<b>x</b>'],
  ['seed', '-1'],
  ['seed', 'seven'],
  ['steps', '0'],
  ['steps', '1e9'],
  ['sampler', 'constructor'],
  ['eta', '2'],
  ['sigmas', 'none'],
  ['betas', ''],
  ['spacing', 'trailing;'],
  ['guidance', 'NaN'],
  ['backend', 'abacus'],
];

describe('nonsense in a link', () => {
  // One visitor with many links: what is in the cache need not come again.
  let first: PlaygroundPage;
  beforeAll(async () => {
    first = await stage.visitor();
  });

  it.each(nonsense)('%s=%s is named, and the page works', async (field, value) => {
    const visitor = await stage.again(first);
    await visitor.open(`?${new URLSearchParams({ steps: '4', [field]: value }).toString()}`);
    await visitor.messages.getByText(new RegExp(`\\b${field}\\b`)).waitFor();
    await visitor.messages.getByText(/Accepted: \S/).waitFor();
    await visitor.whenLive();
    expect(stage.complaints).toEqual([]);
    await visitor.page.close();
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
