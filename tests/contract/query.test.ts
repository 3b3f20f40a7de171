import { describe, expect, test } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { formatQuery, parseQuery, speaks } from '../../src/contract/query.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { manifestWith } from './manifest-for-tests.ts';

const model = manifestWith();
const parse = (query: string) => parseQuery(new URLSearchParams(query), model);

const recipes: Partial<Recipe>[] = [
  {},
  { condition: [], seed: 0, numSteps: 1, guidanceScale: 1 },
  {
    condition: [
      { id: '1', weight: 0.35 },
      { id: '2', weight: 1.5 },
    ],
    negative: [{ id: '0', weight: 1 }],
  },
  { seed: 0xffffffff, numSteps: 1000, sampler: 'dpmpp_2m', sigmas: 'betas', betas: 'sigmoid', spacing: 'trailing' },
  { eta: 0.3, guidanceScale: 7.25 },
  { sampler: 'ddpm', variance: 'fixed_large', noiseTemperature: 0.5, clipping: 'dynamic', guidanceRescale: 0.7 },
  { sampler: 'unipc', solverOrder: 3, bFunction: 'bh1', sigmas: 'betas', zeroTerminalSnr: true },
  { sampler: 'edm', sChurn: 40 },
  { sampler: 'dpmpp_2m', solverType: 'heun' },
  { guidanceScale: 3, guidanceLow: 0.2, guidanceHigh: 5 },
  { sigmas: 'flow', flowShift: 3 },
  { sigmas: 'beta' },
  { toSeed: 7, mix: 0.25, toCondition: [{ id: '1', weight: 0.5 }] },
  { toCondition: [], mix: 1 },
];

test.each(recipes)('a recipe survives its query: %j', (change) => {
  const recipe = { ...defaultRecipe(model), ...change };
  expect(parse(formatQuery(recipe))).toEqual({ recipe, failures: [] });
});

test('an empty query is the default recipe', () => {
  expect(parse('')).toEqual({ recipe: defaultRecipe(model), failures: [] });
});

test('a word that is there twice counts once, as it was given last', () => {
  const { recipe, failures } = parse('condition=3:1,2,3:0.5&not=3:1,3:1&toCondition=1,1');
  expect(failures).toEqual([]);
  expect(recipe.condition).toEqual([
    { id: '3', weight: 0.5 },
    { id: '2', weight: 1 },
  ]);
  expect([recipe.negative.length, recipe.toCondition?.length]).toEqual([1, 1]);
});

describe('a message about a name', () => {
  const vocabulary = Array.from({ length: 200 }, (_, index) => ({ id: `word-${index}`, words: ['x'], kind: 'thing' }));
  const many = manifestWith({ vocabulary: [...vocabulary, { id: 'glasses', words: ['glasses'], kind: 'thing' }] });
  const told = (query: string) => parseQuery(new URLSearchParams(query), many).failures.map(({ detail }) => detail);

  test('says the nearest of many', () => {
    expect(told('condition=glases:1')[0]).toMatchObject({ value: 'glases', accepted: 'glasses' });
    expect(told('condition=&sampler=dpmpp2m')[0]?.['accepted']).toContain('dpmpp_2m');
  });

  test('says some and how many where none is near', () => {
    expect(told('condition=rocket:1')[0]?.['accepted']).toBe('word-0, word-1, word-2, … (201)');
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is a name like others', (name) => {
    for (const field of ['condition', 'sampler', 'sigmas', 'clipping']) {
      expect(told(`condition=&${field}=${name}`)).toHaveLength(1);
    }
  });

  test.each(['condition', 'not', 'sampler', 'seed', 'sigmas', 'guidance'])(
    'stays short, whatever %s holds',
    (field) => {
      for (const value of [
        'x'.repeat(100_000),
        'beard,'.repeat(10_000),
        '1'.repeat(60_000),
        '%00<script>'.repeat(999),
      ]) {
        const failures = parseQuery(new URLSearchParams([[field, value]]), many).failures;
        expect(failures).toHaveLength(1);
        expect(failures[0]!.message.length).toBeLessThan(250);
      }
    },
  );
});

test('a model speaks a query whose words it knows', () => {
  const speaking = ['', 'seed=3', 'condition=3:1', 'condition=1,2:0.5'];
  const foreign = ['condition=zzz', 'condition=3:1,beard'];
  expect([...speaking, ...foreign].filter((query) => speaks(new URLSearchParams(query), model))).toEqual(speaking);
});

test('what is no field of a recipe is left to others', () => {
  expect(parse('backend=wasm&lang=de&utm_source=x').failures).toEqual([]);
});

test('what a sampler cannot take is said, and fitted to what it can', () => {
  const { recipe, failures } = parse('sampler=lcm&sigmas=karras&steps=300');
  expect(failures.map(({ detail }) => detail['field'])).toEqual(['steps']);
  expect(recipe).toMatchObject({ sampler: 'lcm', sigmas: 'betas', numSteps: 50 });
});

test('an interval of guidance that ends before it begins is said, and begins at 0', () => {
  const { recipe, failures } = parse('guidance=3&guidanceLow=5&guidanceHigh=2');
  expect(failures.map(({ detail }) => detail)).toEqual([{ field: 'guidanceLow', value: '5', accepted: '0 … 2' }]);
  expect(recipe).toMatchObject({ guidanceLow: undefined, guidanceHigh: 2 });
});

describe('nonsense is named, and the rest of the link still counts', () => {
  const nonsense: [field: string, value: string][] = [
    ['condition', '99:1'],
    ['condition', '3:9'],
    ['condition', '3:1:1'],
    ['condition', '<script>'],
    ['not', 'zzz:1'],
    ['seed', '-1'],
    ['seed', '4294967296'],
    ['seed', '1.5'],
    ['seed', ''],
    ['seed', 'NaN'],
    ['steps', '0'],
    ['steps', '1001'],
    ['steps', 'many'],
    ['sampler', 'magic'],
    ['eta', '2'],
    ['sigmas', 'x'],
    ['betas', 'x'],
    ['spacing', 'x'],
    ['guidance', 'Infinity'],
    ['guidance', '-3'],
    ['solverOrder', '4'],
    ['sChurn', '-1'],
    ['guidanceLow', '-1'],
    ['guidanceHigh', 'all'],
    ['flowShift', '0'],
    ['zeroTerminalSnr', 'perhaps'],
    ['clipping', ''],
    ['toSeed', '-1'],
    ['toCondition', 'zzz:1'],
    ['mix', '1.01'],
  ];
  test.each(nonsense)('%s=%s', (field, value) => {
    const seed = field === 'seed' ? '' : '&seed=7';
    const { recipe, failures } = parse(`${field}=${encodeURIComponent(value)}${seed}`);
    expect(failures).toHaveLength(1);
    expect(failures[0]?.code).toBe('recipe-invalid');
    expect(failures[0]?.detail['field']).toBe(field);
    expect(failures[0]?.detail['accepted']).not.toBe('');
    expect(recipe).toEqual({ ...defaultRecipe(model), seed: field === 'seed' ? 42 : 7 });
  });
});

test('defaults that do not suit what is asked for give way without a word', () => {
  const asked = (query: string) => parseQuery(new URLSearchParams(query), manifestWith());
  for (const sampler of ['lcm', 'tcd']) {
    const { recipe, failures } = asked(`sampler=${sampler}&steps=4`);
    expect(failures).toEqual([]);
    expect(recipe).toMatchObject({ sampler, sigmas: 'betas', numSteps: 4 });
  }
  expect(asked('sampler=lcm&sigmas=karras').failures.map(({ detail }) => detail['field'])).toEqual(['sigmas']);
});
