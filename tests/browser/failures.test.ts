import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const isWeights = (path: string) => path.endsWith('.onnx');
const isManifest = (path: string) => /manifest-[^/]*\.json$/.test(path);
const weights = () => stage.site.answers.filter(({ path }) => isWeights(path));

describe('a bad connection', () => {
  it('that breaks amid the weights is mended without a word, and what had arrived is kept', async () => {
    // Slow enough for the bytes to be read before the line goes dead: a browser may drop what it has not handed over.
    const cut = { cutAfter: 300_000, bytesPerSecond: 600_000 };
    stage.site.breakWith((path) => (isWeights(path) && weights().length === 0 ? cut : undefined));
    const visitor = await (await stage.visitor()).open();
    await visitor.whenLive();
    // After the first picture the network that draws it sharp comes too.
    expect(
      weights()
        .slice(0, 2)
        .map(({ status }) => status),
    ).toEqual([200, 206]);
    expect(weights()[1]?.from).toBeGreaterThan(0);
    expect(weights()[1]?.from).toBeLessThanOrEqual(300_000);
    expect(await visitor.messages.innerText()).toBe('');
  });

  it('that is gone is told in words, and the button tries again', async () => {
    stage.site.breakWith((path) => (isWeights(path) ? { status: 503 } : undefined));
    const visitor = await (await stage.visitor()).open('?model=digits');
    await visitor.messages.getByText(/could not be downloaded.*try again/i).waitFor();
    // The page goes on: its controls answer.
    await visitor.choose('7');
    await visitor.page.waitForURL(/condition=7/);
    stage.site.breakWith();
    await visitor.retry.click();
    await visitor.whenLive();
    expect(await visitor.messages.innerText()).toBe('');
  });

  it('that keeps back what describes the model is told too, and the button tries again', async () => {
    stage.site.breakWith((path) => (isManifest(path) ? { status: 503 } : undefined));
    const visitor = await (await stage.visitor()).open('?model=digits');
    await visitor.messages.getByText(/could not be downloaded.*503/i).waitFor();
    stage.site.breakWith();
    await visitor.retry.click();
    await visitor.whenLive();
    expect(await visitor.messages.innerText()).toBe('');
  });

  it('that is gone when another model is asked for leaves the one on show, until a try brings the other', async () => {
    const visitor = await (await (await stage.visitor()).open('?model=digits&condition=4:1')).whenLive();
    stage.site.breakWith((path) => (isManifest(path) ? { status: 503 } : undefined));
    const small = visitor.page.getByRole('button', { name: 'Small portraits', exact: true });
    await small.click();
    await visitor.messages.getByText(/could not be downloaded/).waitFor();
    expect(await visitor.digit('4').isChecked()).toBe(true);
    await visitor.newSeed.click();
    stage.site.breakWith();
    await visitor.retry.click();
    await visitor.page.waitForURL(/model=portraits-small/);
    await visitor.whenLive();
    expect(await visitor.messages.innerText()).toBe('');
  });

  it('that is slow shows a recording, called so, and how many bytes have come', async () => {
    stage.site.breakWith((path) => (isWeights(path) ? { bytesPerSecond: 400_000 } : undefined));
    const visitor = await (await stage.visitor()).open();
    await visitor.page.getByText('recorded', { exact: true }).waitFor();
    await visitor.page.getByText(/\d\.\d MB of \d+\.\d MB/).waitFor();
    await visitor.page.getByRole('progressbar').first().waitFor();
    await visitor.whenLive();
  });
});

describe('a language that does not arrive', () => {
  it('leaves the page as it is; a try brings it, and the page remembers', async () => {
    const isGerman = (path: string) => /\/de-[^/]*\.js$/.test(path);
    const visitor = await (await (await stage.visitor()).open('?model=digits')).whenLive();
    const list = visitor.page.getByRole('combobox', { name: 'Language' });
    stage.site.breakWith((path) => (isGerman(path) ? { status: 503 } : undefined));
    await list.selectOption('Deutsch');
    await visitor.messages.getByText(/did not arrive/).waitFor();
    expect(await list.inputValue()).toBe('en');
    await visitor.newSeed.waitFor();
    stage.site.breakWith();
    await visitor.retry.click();
    await visitor.page.getByRole('button', { name: 'Entrauschen' }).waitFor();
    expect(await visitor.page.evaluate(() => document.documentElement.lang)).toBe('de');
    await visitor.page.reload();
    await visitor.page.getByRole('button', { name: 'Entrauschen' }).waitFor();
  });
});

describe('a file that is not what the page was made with', () => {
  it('is not used; it is fetched afresh once, and then the visitor is told', async () => {
    stage.site.breakWith((path) => (isWeights(path) ? { spoil: true } : undefined));
    const visitor = await (await stage.visitor()).open();
    await visitor.messages.getByText(/checksum differs/).waitFor();
    expect(weights()).toHaveLength(2);
    stage.site.breakWith();
    await visitor.retry.click();
    await visitor.whenLive();
  });
});

describe('a worker that is lost', () => {
  it('during a run is replaced, and the run is finished', async () => {
    const visitor = await (await stage.visitor()).open('?steps=300&guidance=2');
    await visitor.stop.waitFor();
    const replaced = visitor.page.waitForEvent('worker');
    await visitor.page.workers()[0]?.evaluate(() => self.close());
    await replaced;
    await visitor.whenLive();
    expect(await visitor.messages.innerText()).toBe('');
    expect(visitor.page.workers()).toHaveLength(1);
  });

  it('between two runs is replaced by the next run', async () => {
    const visitor = await (await (await stage.visitor()).open('?steps=10&seed=1')).whenLive();
    const before = visitor.page.workers()[0];
    await before?.evaluate(() => self.close());
    await visitor.newSeed.click();
    await visitor.page.waitForEvent('worker');
    await expect.poll(() => visitor.query.get('seed')).not.toBe('1');
    await visitor.whenLive();
  });
});
