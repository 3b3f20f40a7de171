import { describe, expect, it } from 'vitest';
import { axesFor, axisNames, withValue } from '../../../src/features/grid/logic/axes.ts';
import { cellsOf, stepsFor } from '../../../src/features/grid/logic/cells.ts';
import { defaultValues } from '../../../src/features/grid/logic/default-values.ts';
import { formatPlan, parsePlan, parseValues, type Plan } from '../../../src/features/grid/logic/grid-in-link.ts';
import { evaluationsOf } from '../../../src/contract/run-options.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';
import { recipeOf } from '../../session/fakes.ts';

const digits = manifestWith();
const faces = manifestWith({
  vocabulary: [
    { id: 'beard', words: ['beard'], kind: 'face' },
    { id: 'round-glasses', words: ['round glasses', 'glasses'], kind: 'glasses' },
    { id: 'style-ink', words: ['ink'], kind: 'style' },
    { id: 'style-pixel', words: ['pixel art'], kind: 'style' },
  ],
  defaultRecipe: { condition: 'beard:1,style-ink:1' },
});
const recipe = recipeOf({ numSteps: 20 });
const face = recipeOf({
  condition: [
    { id: 'beard', weight: 1 },
    { id: 'style-ink', weight: 1 },
  ],
});
const parse = (query: string, of = recipe, manifest = digits) => parsePlan(new URLSearchParams(query), of, manifest);
const named = (query: string) => parse(query).failures.map(({ detail }) => [detail['field'], detail['value']]);

describe('a grid in a link', () => {
  it('comes back as it was, and keeps what else the page says', () => {
    const plan: Plan = {
      columns: { name: 'numSteps', values: ['5', '10'] },
      rows: { name: 'sampler', values: ['ddim', 'heun'] },
      equal: true,
    };
    const query = new URLSearchParams(formatPlan(recipe, plan, new URLSearchParams('lang=de&rows=x&seed=1')));
    expect([query.get('lang'), query.getAll('rows'), query.getAll('seed')]).toEqual([
      'de',
      ['sampler:ddim,heun'],
      ['42'],
    ]);
    expect(parsePlan(query, recipe, digits)).toEqual({ plan, failures: [] });
  });

  it('begins with steps across and samplers down, never twice the same', () => {
    expect([parse('').plan.columns.name, parse('').plan.rows.name]).toEqual(['numSteps', 'sampler']);
    expect(parse('columns=sampler:ddim,heun').plan.rows.name).toBe('numSteps');
    const twice = parse('columns=steps:5,10&rows=steps:3,4');
    expect([twice.plan.rows.name, twice.failures.length]).toEqual(['sampler', 1]);
  });

  it('names what makes no sense, and goes on without it', () => {
    expect(named('columns=stepps:5,10')).toEqual([['columns', 'stepps']]);
    expect(named('columns=steps:5,ten,20')).toEqual([['steps', 'ten']]);
    expect(parse('columns=steps:5,ten,20').plan.columns.values).toEqual(['5', '20']);
    expect(named('rows=sampler:ddim')).toEqual([['sampler', '1 ×']]);
    expect(named('columns=seed:1,2,3,4,5,6,7,8,9')).toEqual([['seed', '9 ×']]);
    expect(parse('columns=seed:1,2,3,4,5,6,7,8,9').plan.columns.values).toHaveLength(8);
    expect(named('equal=steps')).toEqual([['equal', 'steps']]);
    expect(named('columns=words:1,77,3')).toEqual([['condition', '77']]);
  });

  it('takes each value once', () => {
    expect(parseValues('numSteps', ' 5, 5,10,', recipe, digits)).toEqual({ values: ['5', '10'], failures: [] });
  });
});

describe('values of an axis', () => {
  it.each(axisNames.filter((name) => name !== 'style'))('%s begins with at least two that make sense', (name) => {
    const values = defaultValues(name, recipe, digits);
    expect(parseValues(name, values.join(','), recipe, digits)).toEqual({ values, failures: [] });
  });

  it('are words, by id or as they are written, and leave the style alone', () => {
    const words = (value: string) => withValue(face, 'words', value, faces).recipe.condition;
    expect(words('glasses')).toEqual([
      { id: 'round-glasses', weight: 1 },
      { id: 'style-ink', weight: 1 },
    ]);
    expect(words('beard:0.5+Round Glasses').map(({ id, weight }) => [id, weight])).toEqual([
      ['beard', 0.5],
      ['round-glasses', 1],
      ['style-ink', 1],
    ]);
    expect(words('pixel art').map(({ id }) => id)).toEqual(['style-pixel']);
  });

  it('are styles, which leave the words alone', () => {
    expect(defaultValues('style', face, faces)).toEqual(['style-ink', 'style-pixel']);
    const { condition } = withValue(face, 'style', 'style-pixel', faces).recipe;
    expect(condition.map(({ id }) => id)).toEqual(['beard', 'style-pixel']);
  });

  it('are offered where they change something', () => {
    const offered = axesFor(recipeOf({ sampler: 'ddim' }), 'numSteps', 'guidanceScale', digits);
    expect(offered).toContain('eta');
    expect(offered).not.toContain('sChurn');
    expect(offered).not.toContain('style');
    expect(axesFor(recipe, 'sampler', 'numSteps', digits)).toContain('sChurn');
  });
});

describe('the cells', () => {
  const rows = { name: 'sampler', values: ['ddim', 'heun', 'dpmpp_2m'] } as const;

  it('are one for each pair of values, row by row', () => {
    const cells = cellsOf(recipe, rows, { name: 'guidanceScale', values: ['1', '4'] }, false, digits);
    expect(cells.map(({ row, column, recipe }) => [row, column, recipe.sampler, recipe.guidanceScale])).toEqual([
      [0, 0, 'ddim', 1],
      [0, 1, 'ddim', 4],
      [1, 0, 'heun', 1],
      [1, 1, 'heun', 4],
      [2, 0, 'dpmpp_2m', 1],
      [2, 1, 'dpmpp_2m', 4],
    ]);
  });

  it('cost about the same where that is asked, whatever their sampler and guidance', () => {
    const cells = cellsOf(
      recipeOf({ numSteps: 20, guidanceScale: 1 }),
      rows,
      { name: 'guidanceScale', values: ['1', '4'] },
      true,
      digits,
    );
    for (const { recipe } of cells) expect(Math.abs(evaluationsOf(recipe) - 20)).toBeLessThanOrEqual(2);
    expect(cells.map(({ recipe }) => recipe.numSteps)).toEqual([20, 10, 10, 5, 20, 10]);
  });

  it('with equal evaluations, cost as much as the steps of their axis would', () => {
    const numSteps = { name: 'numSteps', values: ['8', '30'] } as const;
    const cells = cellsOf(recipeOf({ guidanceScale: 1, sampler: 'ddim' }), rows, numSteps, true, digits);
    for (const { column, recipe } of cells) {
      expect(Math.abs(evaluationsOf(recipe) - (column === 0 ? 8 : 30))).toBeLessThanOrEqual(1);
    }
  });

  it('say what is used instead where values do not run together', () => {
    const distilled = { name: 'sampler', values: ['ddim', 'lcm'] } as const;
    const cells = cellsOf(recipe, distilled, { name: 'sigmas', values: ['karras', 'flow'] }, false, digits);
    expect(cells.map(({ instead }) => instead.length)).toEqual([0, 0, 1, 1]);
  });

  it('never take fewer than one step, nor more than their sampler allows', () => {
    expect(stepsFor(0, recipeOf({ sampler: 'heun' }))).toBe(1);
    expect(stepsFor(400, recipeOf({ sampler: 'lcm', guidanceScale: 1 }))).toBeLessThanOrEqual(50);
  });
});
