import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionNames } from '../../../src/contract/options.ts';
import { termSymbols } from '../../../src/engine/diffusion/frame.ts';
import { findTerms, isTerm, termIds, termOf } from '../../../src/features/glossary/logic/terms.ts';
import { texts as de } from '../../../src/features/glossary/texts/de.ts';
import { texts as en } from '../../../src/features/glossary/texts/en.ts';
import { termOfSymbol } from '../../../src/kit/term-of-symbol.ts';
import { root } from '../../tools/spawn.mjs';

const words = { en: en.terms, de: de.terms };
const views = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.svelte'))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'));

describe.each(['en', 'de'] as const)('the glossary in %s', (code) => {
  it.each(optionNames)('explains the option %s', (name) => {
    const { name: title, text } = words[code][termOf[name]];
    expect(title.trim()).not.toBe('');
    expect(text).toMatch(/[.?]$/);
  });

  it('keeps to two sentences or so', () => {
    for (const id of termIds) expect(words[code][id].text.length, id).toBeLessThan(230);
  });

  it('has no two terms of one name', () => {
    const names = termIds.map((id) => words[code][id].name);
    expect(new Set(names).size).toBe(names.length);
  });
});

it('every symbol of a step is a term', () => {
  for (const symbol of termSymbols) expect(isTerm(termOfSymbol(symbol)), symbol).toBe(true);
});

it('everything that a view marks as a term is one', () => {
  const marked = views
    .flatMap((text) => [...text.matchAll(/(?:\bterm|<Term\s+id|data-(?:term|shows))="([\w ]+)"/g)])
    .flatMap(([, ids = '']) => ids.split(' '));
  expect(marked.length).toBeGreaterThan(15);
  expect(marked.filter((id) => !isTerm(id))).toEqual([]);
});

it.each(['__proto__', 'constructor', 'toString', '', undefined])('%s is no term', (id) => {
  expect(isTerm(id)).toBe(false);
});

describe('a search', () => {
  it('of nothing finds everything, in its order', () => {
    expect(findTerms('  ', words.en)).toEqual(termIds);
  });

  it.each([
    ['guidance', 'en', 'guidance'],
    ['GUIDANCE', 'de', 'guidance'],
    ['σ', 'en', 'sigma'],
    ['nfe', 'de', 'evaluations'],
    ['sigma', 'en', 'sigma'],
    ['schatzung', 'de', 'x0'],
    ['Schätzung', 'de', 'x0'],
    ['Karras', 'en', 'karras'],
  ] as const)('for "%s" in %s finds %s first', (search, code, id) => {
    expect(findTerms(search, words[code])[0]).toBe(id);
  });

  it('for what no term is about finds none', () => {
    expect(findTerms('xylophone', words.en)).toEqual([]);
  });
});
