import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { bestLanguage } from '../../src/kit/preferences/languages.ts';
import { Preferences } from '../../src/kit/preferences/preferences.svelte.ts';
import { registerTexts } from '../../src/kit/preferences/text-sets.ts';
import TwoParts from './fixtures/TwoParts.svelte';

/** Settings that last as long as the test, under the names of `saved`. */
function preferencesWith(saved: Record<string, string> = {}): Preferences {
  return new Preferences((name) => ({
    get: () => saved[name] ?? null,
    set: (value) => (saved[name] = value),
  }));
}

/** A set of texts whose German comes when the test says so. */
function lateTexts() {
  const waiting: { arrive: () => void; fail: (error: Error) => void }[] = [];
  let there = false;
  registerTexts(async (code) => {
    if (code === 'en' || there) return;
    await new Promise<void>((arrive, fail) => waiting.push({ arrive, fail }));
    there = true;
  });
  return waiting;
}

test('the first wanted language that there is, is taken', () => {
  expect(bestLanguage(['xx-CH', 'DE-at', 'en'])).toBe('de');
  expect(bestLanguage(['', 'xx'])).toBe('en');
});

describe('a language', () => {
  test('is in use once all of its texts are there, and not before', async () => {
    const [{ language }, waiting] = [preferencesWith(), lateTexts()];
    const used = language.use(['de']);
    await expect.poll(() => waiting.length).toBe(1);
    expect(language.code).toBe('en');
    waiting[0]?.arrive();
    await used;
    expect(language.code).toBe('de');
    expect(language.number(1.5, 1)).toBe('1,5');
  });

  test('stays as it is where another one does not arrive; the next call asks afresh', async () => {
    const saved: Record<string, string> = {};
    const [{ language }, waiting] = [preferencesWith(saved), lateTexts()];
    const refused = language.choose('de');
    await expect.poll(() => waiting.length).toBe(1);
    waiting[0]?.fail(new TypeError('offline'));
    await expect(refused).rejects.toThrow('offline');
    expect(language.code).toBe('en');
    expect(saved).toEqual({});
    const again = language.choose('de');
    await expect.poll(() => waiting.length).toBe(2);
    waiting[1]?.arrive();
    await again;
    expect(language.code).toBe('de');
    expect(saved).toEqual({ language: 'de' });
  });

  test('that was asked for last counts, whichever arrives first', async () => {
    const [{ language }, waiting] = [preferencesWith(), lateTexts()];
    const slow = language.use(['de']);
    await expect.poll(() => waiting.length).toBe(1);
    await language.use(['en']);
    waiting[0]?.arrive();
    await slow;
    expect(language.code).toBe('en');
  });

  test('waits for the texts of code that comes late', async () => {
    const { language } = preferencesWith();
    await language.use(['de']);
    let waiting: ReturnType<typeof lateTexts> = [];
    let shown = false;
    const late = language
      .withTexts(() => {
        waiting = lateTexts();
        return Promise.resolve('the code');
      })
      .then(() => (shown = true));
    await expect.poll(() => waiting.length).toBe(1);
    expect(shown).toBe(false);
    waiting[0]?.arrive();
    await late;
    expect(shown).toBe(true);
  });
});

test('settings are read back, and wrong ones count for nothing', () => {
  const saved = { theme: 'dark', 'raw-scale': 'on' };
  const { theme, rawScale } = preferencesWith(saved);
  expect([theme.dark, theme.colorScheme, rawScale.on]).toEqual([true, 'dark', true]);
  rawScale.toggle();
  theme.choose('light');
  expect(saved).toEqual({ theme: 'light', 'raw-scale': 'off' });
  expect(preferencesWith({ theme: 'purple' }).theme.chosen).toBe('system');
});

test('two parts of a page differ in language and theme, and neither changes what is outside', async () => {
  const [english, german] = [preferencesWith({ theme: 'light' }), preferencesWith({ theme: 'dark' })];
  await german.language.use(['de']);
  const { body } = render(TwoParts, { props: { parts: [english, german] } });
  const roots = [...body.matchAll(/<div lang="(\w+)" dir="(\w+)"[^>]*style="color-scheme: (\w+);"/g)];
  expect(roots.map(([, ...said]) => said)).toEqual([
    ['en', 'ltr', 'light'],
    ['de', 'ltr', 'dark'],
  ]);
  const closes = [...body.matchAll(/aria-label="(Close|Schließen)"/g)].map(([, label]) => label);
  expect(closes).toEqual(['Close', 'Schließen', 'Close']);
  expect(body).toContain('1.5');
  expect(body).toContain('1,5');
});
