import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** What has the focus, by name, and whether that shows. Runs in the page. */
function nameOfFocused(): string | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const label =
    element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : null;
  const name = element.getAttribute('aria-label') ?? label?.innerText ?? element.innerText.trim();
  // A radio button lies under its label, which shows the focus in its stead.
  const drawn = label !== undefined && label !== null ? [element, label, ...label.querySelectorAll('*')] : [element];
  const shows = drawn.some((part) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  });
  return shows ? name : `${name} (its focus is invisible)`;
}

describe('by keyboard alone', () => {
  it('a run is paused, stepped through and played to its ends', async () => {
    const visitor = await (await (await stage.visitor()).open('?steps=20')).whenLive();
    const { keyboard } = visitor.page;
    const playing = visitor.page.getByRole('button', { name: 'Pause' });
    const paused = visitor.page.getByRole('button', { name: 'Play', exact: true });
    await keyboard.press('Home');
    expect(await visitor.step()).toBe(0);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowLeft');
    expect(await visitor.step()).toBe(1);
    await keyboard.press('End');
    expect(await visitor.step()).toBe(20);
    await keyboard.press('d');
    await playing.waitFor();
    await keyboard.press(' ');
    await paused.waitFor();
    await keyboard.press(' ');
    await playing.waitFor();
    await expect.poll(() => visitor.step(), { timeout: 20_000 }).toBe(20);
    await paused.waitFor();
  });

  it('a new seed is rolled, and help opens and closes', async () => {
    const visitor = await (await (await stage.visitor()).open('?seed=1&steps=5')).whenLive();
    const { keyboard } = visitor.page;
    await keyboard.press('r');
    await expect.poll(() => visitor.query.get('seed')).not.toBe('1');
    await keyboard.press('?');
    const help = visitor.page.getByRole('dialog');
    await help.waitFor();
    // Keys belong to the dialog while it is open.
    const seed = visitor.query.get('seed');
    await keyboard.press('r');
    await keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    expect(visitor.query.get('seed')).toBe(seed);
  });

  it('every control is reached by Tab, and shows that it is', async () => {
    const visitor = await (await (await stage.visitor()).open('?steps=5')).whenLive();
    const reached: string[] = [];
    for (let press = 0; press < 60; press++) {
      await visitor.page.keyboard.press('Tab');
      const name = await visitor.page.evaluate(nameOfFocused);
      // Past the last control the browser's own come, or the first again.
      if (name === null || name === reached[0]) break;
      reached.push(name);
    }
    expect(reached.filter((name) => name.includes('invisible'))).toEqual([]);
    for (const control of ['Denoise', 'New seed', 'seed', 'sampler', 'steps', 'Step', 'Loop', 'Share', 'Help']) {
      expect(reached).toContainEqual(expect.stringContaining(control));
    }
  });

  it('typing in a field is no command', async () => {
    const visitor = await (await (await stage.visitor()).open('?seed=1&steps=5')).whenLive();
    await visitor.seed.focus();
    await visitor.page.keyboard.type('d r');
    await visitor.page.keyboard.press('Tab');
    expect(await visitor.seed.inputValue()).toBe('1');
    expect(visitor.query.get('seed')).toBe('1');
  });
});

describe('a visitor who wants no motion', () => {
  it('gets a contact sheet, and nothing plays', async () => {
    const visitor = await (await stage.visitor({ reducedMotion: 'reduce' })).open('?steps=12');
    await visitor.whenLive();
    expect(await visitor.step()).toBe(12);
    await visitor.page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    const sheet = visitor.page.getByRole('img', { name: /^Step \d+ of 12/ });
    expect(await sheet.count()).toBeGreaterThan(4);
    const running = await visitor.page.evaluate(() => document.getAnimations().length);
    expect(running).toBe(0);
  });
});
