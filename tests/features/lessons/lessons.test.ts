import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../../src/contract/manifest.ts';
import { formatQuery, parseQuery } from '../../../src/contract/query.ts';
import { runOptionsOf } from '../../../src/contract/run-options.ts';
import { levelsOf } from '../../../src/engine/diffusion/levels.ts';
import { lessonIds, lessons } from '../../../src/features/lessons/logic/lessons.ts';
import { texts as de } from '../../../src/features/lessons/texts/de.ts';
import { texts as en } from '../../../src/features/lessons/texts/en.ts';
import { root } from '../../tools/spawn.mjs';

const manifestOf = (id: string) =>
  parseManifest(JSON.parse(readFileSync(join(root, 'models', id, 'manifest.json'), 'utf8')));

it('there are eight', () => {
  expect(lessonIds).toHaveLength(8);
  expect(new Set(Object.values(lessons)).size).toBe(8);
});

describe.each(lessonIds)('the lesson %s', (id) => {
  const query = new URLSearchParams(lessons[id]);
  const manifest = manifestOf(query.get('model') ?? '');
  const { recipe, failures } = parseQuery(query, manifest);

  it('asks for nothing that its model or its sampler refuses', () => {
    expect(failures).toEqual([]);
  });

  it('says all of its recipe, and nothing that is lost', () => {
    expect(`?${formatQuery(recipe)}`).toBe(lessons[id]);
  });

  it('asks for noise levels that its network was trained at', () => {
    const options = runOptionsOf(recipe, manifest);
    for (const { level } of levelsOf(options)) expect(Number.isFinite(level.sigma / level.alpha)).toBe(true);
  });

  it('says in one sentence what to look at', () => {
    for (const { lessonNames } of [en, de]) expect(lessonNames[id].look).toMatch(/^[^.]+[.?]$/);
  });
});
