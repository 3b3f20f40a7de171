import { expect, test } from 'vitest';
import { defaultRecipe } from '../../../src/contract/defaults.ts';
import { parseGanManifest } from '../../../src/contract/manifest.ts';
import { formatQuery, parseQuery } from '../../../src/contract/query.ts';
import { manifestWith } from '../manifest-for-tests.ts';

const { selfCheck, prediction: _, ...rest } = manifestWith();
const { sigma: __, ...check } = selfCheck;
const model = parseGanManifest({
  ...rest,
  id: 'digits-gan',
  family: 'gan',
  latent: 32,
  defaultRecipe: { condition: '3:1', seed: 42, truncation: 0.8 },
  selfCheck: check,
});
const parse = (query: string) => parseQuery(new URLSearchParams(query), model);

test('a recipe of a GAN holds what its runs read, and nothing else', () => {
  expect(formatQuery(defaultRecipe(model))).toBe('model=digits-gan&condition=3:1&seed=42&family=gan&truncation=0.8');
});

test.each(['', 'condition=2:1&seed=3&truncation=0', 'toSeed=9&mix=0.5&toCondition=1:1'])('survives: %s', (query) => {
  const { recipe, failures } = parse(query);
  expect(failures).toEqual([]);
  expect(parse(formatQuery(recipe))).toEqual({ recipe, failures: [] });
});

test('a truncation out of bounds is named', () => {
  expect(parse('truncation=3').failures.map(({ detail }) => detail['field'])).toEqual(['truncation']);
});

test('what only diffusion reads is no field of it', () => {
  expect(parse('steps=0&sampler=nonsense').failures).toEqual([]);
});
