import type { Failure } from '../../../contract/failure.ts';
import { isOption, linkNameOf, optionNames } from '../../../contract/options.ts';
import { formatQuery } from '../../../contract/query.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { refusal, refusedName } from '../../../contract/refusal.ts';
import { axisLength, axisNames, withValue, type Axis, type AxisName } from './axes.ts';
import { defaultValues } from './default-values.ts';

/** All that a link says of a grid beside its recipe. */
export interface Plan {
  readonly columns: Axis;
  readonly rows: Axis;
  /** Steps are chosen so that every cell costs about as many evaluations. */
  readonly equal: boolean;
}

export interface ParsedPlan {
  readonly plan: Plan;
  readonly failures: readonly Failure[];
}

const parameters = ['columns', 'rows', 'equal'] as const;

/** `...&columns=steps:5,10,20&rows=sampler:ddim,heun&equal=evaluations`, behind the recipe and what else the page keeps. */
export function formatPlan(recipe: Recipe, { columns, rows, equal }: Plan, kept: URLSearchParams): string {
  const own = new Set<string>([...optionNames.map(linkNameOf), ...parameters]);
  const rest = new URLSearchParams([...kept].filter(([name]) => !own.has(name)));
  rest.append('columns', formatAxis(columns));
  rest.append('rows', formatAxis(rows));
  if (equal) rest.append('equal', 'evaluations');
  return `${formatQuery(recipe)}&${rest.toString()}`;
}

const formatAxis = ({ name, values }: Axis) => `${axisInLink(name)}:${values.join(',')}`;

/** What a link calls an axis. */
const axisInLink = (name: AxisName) => (isOption(name) ? linkNameOf(name) : name);

/** Reads them. What makes no sense is named, and left out or replaced by what a grid begins with. */
export function parsePlan(query: URLSearchParams, recipe: Recipe, manifest: Manifest): ParsedPlan {
  const columns = parseAxis('columns', query.get('columns'), 'numSteps', recipe, manifest);
  const other: AxisName = columns.axis.name === 'sampler' ? 'numSteps' : 'sampler';
  const rows = parseAxis('rows', query.get('rows'), other, recipe, manifest, columns.axis.name);
  const equal = query.get('equal');
  return {
    plan: { columns: columns.axis, rows: rows.axis, equal: equal === 'evaluations' },
    failures: [
      ...columns.failures,
      ...rows.failures,
      ...(equal === null || equal === 'evaluations' ? [] : [refusal('equal', equal, 'evaluations')]),
    ],
  };
}

function parseAxis(
  parameter: string,
  text: string | null,
  fallback: AxisName,
  recipe: Recipe,
  manifest: Manifest,
  taken?: AxisName,
): { readonly axis: Axis; readonly failures: readonly Failure[] } {
  const begin = (name: AxisName) => ({ name, values: defaultValues(name, recipe, manifest) });
  if (text === null) return { axis: begin(fallback), failures: [] };
  const [given = '', ...rest] = text.split(':');
  const name = axisNames.find((known) => axisInLink(known) === given && known !== taken);
  if (name === undefined) {
    const free = axisNames.filter((known) => known !== taken).map(axisInLink);
    return { axis: begin(fallback), failures: [refusedName(parameter, given, free)] };
  }
  const { values, failures } = parseValues(name, rest.join(':'), recipe, manifest);
  return { axis: values.length < axisLength.min ? begin(name) : { name, values }, failures };
}

/** Reads a comma list of values. Those that make no sense are named and left out, as are too many and too few of them. */
export function parseValues(
  name: AxisName,
  text: string,
  recipe: Recipe,
  manifest: Manifest,
): { readonly values: readonly string[]; readonly failures: readonly Failure[] } {
  const given = [...new Set(text.split(',').map((value) => value.trim()))].filter((value) => value !== '');
  const parsed = given.map((value) => ({ value, failures: withValue(recipe, name, value, manifest).failures }));
  const sound = parsed.filter(({ failures }) => failures.length === 0).map(({ value }) => value);
  const { min, max } = axisLength;
  const failures = parsed.flatMap(({ failures }) => failures);
  if (sound.length >= min && sound.length <= max) return { values: sound, failures };
  return {
    values: sound.slice(0, max),
    failures: [...failures, refusal(axisInLink(name), `${sound.length} ×`, `${min} … ${max} ×`)],
  };
}
