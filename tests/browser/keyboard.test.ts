import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Stage } from './support/visitor.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

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
    for (let press = 0; press < 60 && reached[0] !== reached.at(-1)?.concat(''); press++) {
      await visitor.page.keyboard.press('Tab');
      const name = await visitor.page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const target =
          element instanceof HTMLInputElement && element.type === 'radio' ? element.parentElement! : element;
        const { outlineStyle, boxShadow } = getComputedStyle(target);
        const inside = getComputedStyle(target.querySelector('span') ?? target);
        const visible = outlineStyle !== 'none' || boxShadow !== 'none' || inside.outlineStyle !== 'none';
        const label = element.getAttribute('aria-label') ?? (element as HTMLInputElement).labels?.[0]?.innerText;
        return `${label ?? element.textContent.trim()}${visible ? '' : ' (its focus is invisible)'}`;
      });
      if (name === null) break;
      reached.push(name);
    }
    expect(reached.filter((name) => name.includes('invisible'))).toEqual([]);
    for (const wanted of ['seed', 'New seed', 'Denoise', 'steps', 'sampler', 'Step', 'Loop', 'Share', 'Help']) {
      expect(reached.some((name) => name.includes(wanted))).toBe(true);
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
