import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { shipped, shippedGans } from '../shipped.ts';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

const link = '?model=digits&condition=4:1&not=7:1&seed=11&steps=5&sampler=euler&guidance=2';

it('hands out the run as link, embed, Python, recipe and arrays', async () => {
  const visitor = await stage.visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = visitor;
  await (await visitor.open(link)).whenLive();
  await page.getByRole('button', { name: 'Share' }).click();
  const copied = async (name: string) => {
    await page.getByRole('button', { name: `${name}: Copy` }).click();
    await page
      .getByRole('button', { name: `${name}: Copy` })
      .getByText('Done')
      .waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `${name}: Save` }).click(),
    ]);
    return readFileSync(await download.path());
  };

  expect(new URL(await copied('Link')).searchParams.get('seed')).toBe('11');
  expect(await copied('Embed')).toMatch(/^<iframe src="http[^"]*embed\.html\?[^"]*seed=11/);
  const script = await copied('Python');
  expect(script).toContain('manual_seed(11)');
  expect(script).toContain('EulerDiscreteScheduler');
  expect(JSON.parse((await saved('Recipe')).toString())).toMatchObject({ recipe: { seed: 11, steps: 5 } });
  // A zip, by its first bytes.
  expect((await saved('Trajectory')).subarray(0, 4).toString('latin1')).toBe('PK\x03\x04');
  expect(stage.complaints).toEqual([]);
});

it('offers text to select where nothing can be copied, and leads back to where the visitor was', async () => {
  const visitor = await stage.visitor();
  const { page } = visitor;
  // As over plain http.
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await (await visitor.open(`${link}&guidance=1`)).whenLive();
  await visitor.position.fill('2');
  await page.getByRole('button', { name: 'raw scale' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Link: Copy' }).click();
  const area = page.getByRole('textbox', { name: /copy it from here/ });
  await area.waitFor();
  expect(await page.getByText('Done', { exact: true }).count()).toBe(0);
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe(await area.inputValue());
  const shared = new URL(await area.inputValue());
  const other = await stage.visitor();
  await (await other.open(shared.search)).whenLive();
  expect(await other.step()).toBe(2);
  expect(await other.page.getByRole('button', { name: 'raw scale' }).getAttribute('aria-pressed')).toBe('true');
  await other.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
});

it('takes a recipe back: chosen, dropped and pasted as text', async () => {
  const visitor = await (await (await stage.visitor()).open(link)).whenLive();
  const { page } = visitor;
  const fileOf = (seed: number) =>
    JSON.stringify({
      kind: 'diffusion-playground/recipe',
      modelVersion: '1.0.0',
      note: '',
      recipe: {
        ...Object.fromEntries(new URLSearchParams(link)),
        condition: [],
        not: [],
        seed,
        steps: 6,
        eta: 0,
        guidance: 1,
        sigmas: 'karras',
        betas: 'linear',
        spacing: 'leading',
      },
    });
  await page.getByRole('button', { name: 'Share' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Recipe: Open' }).click(),
  ]);
  await chooser.setFiles({ name: 'mine.json', mimeType: 'application/json', buffer: Buffer.from(fileOf(101)) });
  await expect.poll(() => visitor.query.get('seed')).toBe('101');
  for (const [type, seed] of [
    ['drop', 102],
    ['paste', 103],
  ] as const) {
    await page.evaluate(
      ([type, text]) => {
        const transfer = new DataTransfer();
        if (type === 'drop') transfer.items.add(new File([text], 'mine.json', { type: 'application/json' }));
        else transfer.setData('text/plain', text);
        const event =
          type === 'drop'
            ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true })
            : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true });
        document.body.dispatchEvent(event);
      },
      [type, fileOf(seed)] as const,
    );
    await expect.poll(() => visitor.query.get('seed')).toBe(String(seed));
  }
  await expect.poll(() => visitor.query.get('sigmas')).toBe('karras');
  expect(stage.complaints).toEqual([]);
});

it('replays every sampler and every model, reports them, and leads back to the playground', async () => {
  const visitor = await stage.visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = visitor;
  await visitor.open('#/conformance');
  await page.getByText(/^All \d+ configurations agree\.$/).waitFor();
  const models = [...shipped, ...shippedGans].map(({ folder, manifest: { id, name } }) => {
    const { runs } = JSON.parse(readFileSync(`${folder}/golden-runs.json`, 'utf8')) as { runs: unknown[] };
    return { id, name, goldens: runs.length };
  });
  for (const { name, goldens } of models) {
    expect(goldens).toBeGreaterThan(1);
    const agreeing = page.getByRole('region', { name, exact: true }).getByRole('cell', { name: 'agrees' });
    await expect.poll(() => agreeing.count()).toBe(goldens);
  }
  expect(await page.getByRole('cell', { name: 'agrees' }).count()).toBeGreaterThan(20);
  await page.getByRole('button', { name: 'Copy the report' }).click();
  await page.getByRole('button', { name: 'Done' }).waitFor();
  const report = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Record<string, unknown>;
  expect(report).toMatchObject({ failed: [], failure: null, versions: { runtime: expect.stringMatching(/^1\./) } });
  expect(report['browser']).toContain('Chrome');
  const replayed = report['models'] as { readonly model: string }[];
  expect(replayed).toHaveLength(models.length);
  for (const { id, goldens } of models) {
    const runs = Array.from({ length: goldens }, () => ({ passed: true }));
    expect(replayed.find(({ model }) => model === id)).toMatchObject({ wasm: { backend: 'wasm' }, runs });
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.getByRole('link', { name: '← Diffusion Playground' }).click();
  await visitor.whenLive();
  expect(stage.complaints).toEqual([]);
});
