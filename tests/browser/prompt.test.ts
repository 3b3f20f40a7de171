import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parseManifest, type Manifest } from '../../src/contract/manifest.ts';
import { parseWords } from '../../src/contract/words.ts';
import { root } from '../tools/spawn.mjs';
import { Harness } from './support/harness.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const example = 'an adventurer with blue hair, no glasses';
/** The tiny model, as if it knew the words of the portraits. */
const manifest: Manifest = {
  ...parseManifest(read('tests/golden/tiny/manifest.json')),
  vocabulary: read('models/data/portraits/vocabulary.json') as Manifest['vocabulary'],
  examples: [example],
};

let harness: Harness;
let settled: () => Promise<string[]>;
let field: Locator;
beforeAll(async () => {
  harness = await Harness.open();
});
beforeEach(async () => {
  settled = await harness.prompt(manifest, { condition: parseWords('micah,red-hair'), negative: [] });
  field = harness.page.getByRole('combobox', { name: 'Prompt' });
  await field.waitFor();
});
afterAll(() => harness.close());

const chip = (name: string) => harness.page.getByRole('slider', { name, exact: true });
const button = (name: string) => harness.page.getByRole('button', { name, exact: true });
const last = async () => (await settled()).at(-1);
const press = (key: string) => harness.page.keyboard.press(key);

describe('text becomes words', () => {
  it('on Enter and when the field is left, commas and all', async () => {
    await field.fill('a smiling face with long hair');
    await press('Enter');
    await field.pressSequentially('no beard,');
    await press('Enter');
    await field.fill('mint background');
    await harness.page.getByRole('combobox', { name: 'style' }).focus();
    await expect
      .poll(settled)
      .toEqual([
        'micah:1,red-hair:1,smile:1,long-hair:1|',
        'micah:1,red-hair:1,smile:1,long-hair:1|beard:1',
        'micah:1,red-hair:1,smile:1,long-hair:1,mint-background:1|beard:1',
      ]);
    expect(await field.inputValue()).toBe('');
    await chip('not beard').waitFor();
  });

  it('and what is no word is named, with what is near to take', async () => {
    await field.fill('no berad, a zebra');
    await press('Enter');
    await harness.page.getByRole('status').getByText('no word for “zebra”').waitFor();
    await harness.page.getByRole('status').getByRole('button', { name: 'beard', exact: true }).click();
    await expect.poll(settled).toEqual(['micah:1,red-hair:1|beard:1']);
    await button('Dismiss').click();
    await harness.page.getByText('zebra').waitFor({ state: 'detached' });
  });

  it('with suggestions while typing, by keyboard and by pointer', async () => {
    const options = harness.page.getByRole('listbox').getByRole('option');
    await field.pressSequentially('round gl');
    await options.filter({ hasText: 'round glasses' }).waitFor();
    await press('Escape');
    await expect.poll(() => options.count()).toBe(0);
    await press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    await press('Enter');
    await expect.poll(last).toBe('micah:1,red-hair:1,round-glasses:1|');
    await field.fill('surpr');
    await options.filter({ hasText: 'surprised' }).click();
    await expect.poll(last).toBe('micah:1,red-hair:1,round-glasses:1,surprised:1|');
  });

  it('and examples start afresh', async () => {
    await field.click();
    await harness.page.getByRole('option', { name: example }).click();
    await expect.poll(settled).toEqual(['adventurer:1,blue-hair:1|glasses:1']);
  });
});

describe('a chip', () => {
  it('is weighed, turned and removed by keyboard', async () => {
    await chip('red hair').focus();
    await press('ArrowRight');
    await press('ArrowRight');
    await press('ArrowDown');
    await press('Enter');
    await expect
      .poll(settled)
      .toEqual(['micah:1,red-hair:1.1|', 'micah:1,red-hair:1.2|', 'micah:1,red-hair:1.1|', 'micah:1|red-hair:1.1']);
    expect(await chip('not red hair').getAttribute('aria-valuetext')).toBe('1.1');
    await press('End');
    await press('ArrowUp');
    await expect.poll(last).toBe('micah:1|red-hair:1.5');
    await press(' ');
    await press('Delete');
    await expect.poll(last).toBe('micah:1|');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is weighed by a drag, which is one change, and turned by a click', async () => {
    const { x, y, width, height } = (await chip('red hair').boundingBox())!;
    const { mouse } = harness.page;
    await mouse.move(x + width / 2, y + height / 2);
    await mouse.down();
    for (let moved = 8; moved <= 40; moved += 8) await mouse.move(x + width / 2 - moved, y + height / 2);
    await mouse.up();
    await expect.poll(settled).toEqual(['micah:1,red-hair:0.5|']);
    await chip('red hair').click();
    await expect.poll(last).toBe('micah:1|red-hair:0.5');
    await chip('not red hair').hover();
    await button('Remove red hair').click();
    await expect.poll(last).toBe('micah:1|');
  });

  it('that comes last is reached from the empty field', async () => {
    await field.press('Backspace');
    expect(await chip('red hair').evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('beside the words', () => {
  it('a style takes the place of the one before, and none is a choice', async () => {
    const style = harness.page.getByRole('combobox', { name: 'style' });
    await style.selectOption('dylan');
    await style.selectOption('');
    await style.selectOption('lorelei');
    await expect.poll(settled).toEqual(['red-hair:1,dylan:1|', 'red-hair:1|', 'red-hair:1,lorelei:1|']);
  });

  it('a surprise is one style and one background with some words', async () => {
    for (let time = 0; time < 5; time++) await button('Surprise me').click();
    const kindOf = new Map(manifest.vocabulary.map(({ id, kind }) => [id, kind]));
    for (const asked of await settled()) {
      const kinds = parseWords(asked.replace('|', '')).map(({ id }) => kindOf.get(id));
      expect(kinds).toEqual(expect.arrayContaining(['style', 'background']));
      expect(new Set(kinds).size).toBe(kinds.length);
    }
  });

  it.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    await harness.page.emulateMedia({ colorScheme });
    await field.fill('no beard, red, zebra');
    await press('Enter');
    await field.pressSequentially('gl');
    const { violations } = await new AxeBuilder({ page: harness.page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  });
});
