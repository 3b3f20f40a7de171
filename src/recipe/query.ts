import * as v from 'valibot';
import { defaultRecipe } from './defaults.ts';
import { Failure } from './failure.ts';
import type { Manifest } from './manifest.ts';
import { bounds, recipe, type Recipe } from './recipe.ts';
import { formatWords, parseWords } from './words.ts';

interface Field {
  parse(text: string): unknown;
  format(value: Recipe): string;
  /** What would be accepted, in symbols that need no translation. */
  readonly accepted: string;
}

const number = (name: 'seed' | 'steps' | 'eta' | 'guidance'): Field => ({
  parse: (text) => (text.trim() === '' ? NaN : Number(text)),
  format: (value) => String(value[name]),
  accepted: bounds[name].join(' … '),
});
const choice = (name: 'sampler' | 'sigmas' | 'betas' | 'spacing'): Field => ({
  parse: String,
  format: (value) => value[name],
  accepted: recipe.entries[name].options.join(', '),
});
const words = (name: 'condition' | 'not'): Field => ({
  parse: parseWords,
  format: (value) => formatWords(value[name]),
  accepted: `id:weight, ${bounds.weight.join(' … ')}`,
});

/** How each field stands in a query; what is left out there takes the model's default. */
const fields: Record<keyof Recipe, Field> = {
  model: { parse: String, format: (value) => value.model, accepted: 'id' },
  condition: words('condition'),
  not: words('not'),
  seed: number('seed'),
  steps: number('steps'),
  sampler: choice('sampler'),
  eta: number('eta'),
  sigmas: choice('sigmas'),
  betas: choice('betas'),
  spacing: choice('spacing'),
  guidance: number('guidance'),
};

/** The names of the query's fields, in the order they are written. */
export const fieldNames = Object.keys(fields) as (keyof Recipe)[];

/** `model=digits&condition=3:1&seed=42&...`: every field, so that a link keeps its meaning when defaults change. */
export function formatQuery(value: Recipe): string {
  return fieldNames
    .filter((name) => name !== 'not' || value.not.length > 0)
    .map((name) => `${name}=${fields[name].format(value)}`)
    .join('&');
}

/** What a query asks for. A field that makes no sense takes its default, and a failure says which, and what would do. */
export interface ParsedQuery {
  readonly recipe: Recipe;
  readonly failures: readonly Failure[];
}

/** @param entries name and value, as URLSearchParams iterates them; names that are no field of a recipe are skipped. */
export function parseQuery(entries: Iterable<readonly [string, string]>, models: readonly Manifest[]): ParsedQuery {
  const query = new Map(entries);
  const failures: Failure[] = [];
  const refuse = (field: string, value: string, accepted: string) =>
    failures.push(new Failure('recipe-invalid', { field, value, accepted }));

  const asked = query.get('model');
  const model = models.find(({ id }) => id === asked) ?? models[0];
  if (model === undefined) throw new RangeError('there is no model to make a recipe for');
  if (asked !== undefined && model.id !== asked) refuse('model', asked, models.map(({ id }) => id).join(', '));

  const result: Record<string, unknown> = { ...defaultRecipe(model) };
  for (const name of fieldNames) {
    const text = query.get(name);
    if (text === undefined || name === 'model') continue;
    const parsed = v.safeParse(recipe.entries[name], fields[name].parse(text));
    const unknown = parsed.success ? unknownWord(parsed.output, model) : null;
    if (!parsed.success) refuse(name, text, fields[name].accepted);
    else if (unknown !== null) refuse(name, unknown, model.vocabulary.map(({ id }) => id).join(', '));
    else result[name] = parsed.output;
  }
  return { recipe: result as Recipe, failures };
}

function unknownWord(value: unknown, model: Manifest): string | null {
  if (!Array.isArray(value)) return null;
  const words = value as Recipe['condition'];
  return words.find(({ id }) => !model.vocabulary.some((word) => word.id === id))?.id ?? null;
}
