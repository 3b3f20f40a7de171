import { describe, expect, it } from 'vitest';
import { formatDifference, formatLanes, parseLanes } from '../../../src/features/compare/logic/lanes-in-link.ts';
import { nextLane } from '../../../src/features/compare/logic/next-lane.ts';
import type { Recipe } from '../../../src/contract/recipe.ts';
import type { CatalogueEntry } from '../../../src/session/catalogue.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';
import { recipeOf } from '../../session/fakes.ts';

const entry = (id: string) => ({ manifest: manifestWith({ id }) }) as CatalogueEntry;
const [digits, other] = [entry('digits'), entry('other')];
const first = { model: digits, recipe: recipeOf() };
const parse = (query: string) => parseLanes(new URLSearchParams(query), first, [digits, other]);
const fields = (query: string) =>
  parse(query).failures.map(({ code, detail }) => [code, detail['field'], detail['value']]);

describe('recipes that are compared, in a link', () => {
  it('say only how they differ from the first', () => {
    expect(formatDifference(recipeOf({ sampler: 'heun', numSteps: 10 }), first.recipe)).toBe('steps=10&sampler=heun');
    expect(formatDifference(recipeOf(), first.recipe)).toBe('');
  });

  it.each<[name: string, change: Partial<Recipe>]>([
    ['nothing', {}],
    ['a sampler with its options', { sampler: 'dpmpp_2m', solverOrder: 2, solverType: 'heun' }],
    ['other words', { condition: [{ id: '2', weight: 0.5 }], negative: [{ id: '1', weight: 1 }] }],
    ['no words', { condition: [] }],
    ['a seed', { seed: 7 }],
    ['an interval of guidance', { guidanceScale: 3, guidanceLow: 0.2, guidanceHigh: 5 }],
  ])('come back as they were: %s', (_name, change) => {
    const recipe = recipeOf(change);
    const link = formatLanes([first.recipe, recipe, recipe], new URLSearchParams('lang=de&with=steps%3D9&seed=1'));
    const query = new URLSearchParams(link);
    expect([query.get('lang'), query.getAll('with').length, query.getAll('seed')]).toEqual(['de', 2, ['42']]);
    const { lanes, failures } = parseLanes(query, first, [digits]);
    expect(failures).toEqual([]);
    expect(lanes.map((lane) => lane.recipe)).toEqual([recipe, recipe]);
  });

  it('may leave to their sampler what the first one says', () => {
    const guided = { model: digits, recipe: recipeOf({ guidanceLow: 0.5, noiseTemperature: 0.9 }) };
    const text = formatDifference(recipeOf(), guided.recipe);
    expect(text).toBe('without=guidanceLow%2CnoiseTemperature');
    const { lanes, failures } = parseLanes(new URLSearchParams({ with: text }), guided, [digits]);
    expect([lanes[0]?.recipe, failures]).toEqual([recipeOf(), []]);
  });

  it('may be of another model', () => {
    const { lanes, failures } = parse('with=model%3Dother');
    expect([lanes[0]?.model, lanes[0]?.recipe.model, failures]).toEqual([other, 'other', []]);
  });

  it('name what makes no sense, which takes its default', () => {
    expect(fields('with=sampler%3Dmagic%26steps%3D12')).toEqual([['recipe-invalid', 'sampler', 'magic']]);
    expect(parse('with=sampler%3Dmagic%26steps%3D12').lanes[0]?.recipe).toEqual(recipeOf({ numSteps: 12 }));
    expect(fields('with=model%3Dnone')).toEqual([['recipe-invalid', 'model', 'none']]);
    expect(fields('with=stepps%3D3')).toEqual([['recipe-invalid', 'with', 'stepps']]);
    expect(fields('with=without%3Dsteps')).toEqual([['recipe-invalid', 'without', 'steps']]);
    expect(fields('with=condition%3D77')).toEqual([['recipe-invalid', 'condition', '77']]);
  });

  it('are four at most', () => {
    const five = 'with=seed%3D1&with=seed%3D2&with=seed%3D3&with=seed%3D4';
    expect(parse(five).lanes.map(({ recipe }) => recipe.seed)).toEqual([1, 2, 3]);
    expect(fields(five)).toEqual([['recipe-invalid', 'with', '4 ×']]);
  });
});

describe('the next recipe to compare', () => {
  it('is the last one by a sampler that none uses yet, and can be run', () => {
    const recipes = [recipeOf({ sampler: 'ddim', seed: 5 })];
    for (let k = 0; k < 3; k++) recipes.push(nextLane(recipes));
    expect(new Set(recipes.map(({ sampler }) => sampler)).size).toBe(4);
    expect(recipes.every(({ seed }) => seed === 5)).toBe(true);
  });
});
