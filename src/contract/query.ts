import * as v from 'valibot';
import { samplerIds } from '../engine/diffusion/samplers/index.ts';
import { samplerOptions } from '../engine/diffusion/samplers/options.ts';
import { betaScheduleIds, sigmaScheduleIds, spacingIds } from '../engine/diffusion/schedules/index.ts';
import { defaultRecipe } from './defaults.ts';
import { Failure } from './failure.ts';
import type { Manifest } from './manifest.ts';
import { bounds, clippingIds, recipe, type Recipe } from './recipe.ts';
import { fitted, refusalOf } from './run-options.ts';
import { formatWords, parseWords } from './words.ts';

interface Field {
  parse(text: string): unknown;
  /** undefined where the recipe leaves it to the sampler. */
  format(value: Recipe): string | undefined;
  /** What would be accepted, in symbols that need no translation. */
  readonly accepted: string;
}

const number = (name: keyof typeof bounds & keyof Recipe): Field => ({
  parse: (text) => (text.trim() === '' ? NaN : Number(text)),
  format: (value) => value[name]?.toString(),
  accepted: bounds[name].join(' … '),
});
const choice = (name: keyof Recipe, options: readonly string[]): Field => ({
  parse: String,
  format: (value) => value[name]?.toString(),
  accepted: options.join(', '),
});
const words = (name: 'condition' | 'not' | 'toCondition'): Field => ({
  parse: parseWords,
  // Asking for nothing is worth saying of the conditions, whose defaults ask for something.
  format: ({ [name]: value }) =>
    value === undefined || (name === 'not' && value.length === 0) ? undefined : formatWords(value),
  accepted: `id:weight, ${bounds.weight.join(' … ')}`,
});

/** How each field stands in a query; what is left out there takes the model's default. */
const fields: { readonly [name in keyof Recipe]-?: Field } = {
  model: { parse: String, format: (value) => value.model, accepted: 'id' },
  condition: words('condition'),
  not: words('not'),
  seed: number('seed'),
  steps: number('steps'),
  sampler: choice('sampler', samplerIds),
  eta: number('eta'),
  sigmas: choice('sigmas', sigmaScheduleIds),
  betas: choice('betas', betaScheduleIds),
  spacing: choice('spacing', spacingIds),
  guidance: number('guidance'),
  variance: choice('variance', samplerOptions.variance.choices),
  sChurn: number('sChurn'),
  solverOrder: {
    parse: Number,
    format: ({ solverOrder }) => solverOrder?.toString(),
    accepted: samplerOptions.solverOrder.choices.join(', '),
  },
  solverType: choice('solverType', samplerOptions.solverType.choices),
  bFunction: choice('bFunction', samplerOptions.bFunction.choices),
  guidanceRescale: number('guidanceRescale'),
  guidanceLow: number('guidanceLow'),
  guidanceHigh: number('guidanceHigh'),
  flowShift: number('flowShift'),
  noiseTemperature: number('noiseTemperature'),
  clipping: choice('clipping', clippingIds),
  toCondition: words('toCondition'),
  toSeed: number('toSeed'),
  mix: number('mix'),
  zeroTerminalSnr: {
    parse: (text) => (text === 'true' ? true : text === 'false' ? false : text),
    format: ({ zeroTerminalSnr }) => zeroTerminalSnr?.toString(),
    accepted: 'true, false',
  },
};

/** The names of the query's fields, in the order they are written. */
export const fieldNames = Object.keys(fields) as (keyof Recipe)[];

/** `model=digits&condition=3:1&seed=42&...`: every field that every run reads, so that a link keeps its
 * meaning when defaults change; the rest where it differs from the sampler's own choice. */
export function formatQuery(value: Recipe): string {
  return fieldNames
    .flatMap((name) => {
      const text = fields[name].format(value);
      return text === undefined ? [] : [`${name}=${text}`];
    })
    .join('&');
}

/** What a query asks for. A field that makes no sense takes its default, and a failure says which, and what would do. */
export interface ParsedQuery {
  readonly recipe: Recipe;
  readonly failures: readonly Failure[];
}

/**
 * Reads a query as a recipe of one model, whatever model it names.
 * @param entries name and value, as URLSearchParams iterates them; names that are no field of a recipe are skipped.
 */
export function parseQuery(entries: Iterable<readonly [string, string]>, model: Manifest): ParsedQuery {
  const query = new Map(entries);
  const failures: Failure[] = [];
  const refuse = (field: string, value: string, accepted: string) =>
    failures.push(new Failure('recipe-invalid', { field, value, accepted }));

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
  const asked = result as Recipe;
  const refusal = refusalOf(asked);
  if (refusal !== null) failures.push(refusal);
  return { recipe: fitted(asked), failures };
}

/** Whether a model knows all the words that a query asks for. */
export function speaks(entries: Iterable<readonly [string, string]>, { vocabulary }: Manifest): boolean {
  const words = parseWords(new Map(entries).get('condition') ?? '');
  return words.every(({ id }) => vocabulary.some((word) => word.id === id));
}

function unknownWord(value: unknown, model: Manifest): string | null {
  if (!Array.isArray(value)) return null;
  const words = value as Recipe['condition'];
  return words.find(({ id }) => !model.vocabulary.some((word) => word.id === id))?.id ?? null;
}
