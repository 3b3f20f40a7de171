import { wishOf } from '../../../contract/families/index.ts';
import { linkNameOf, type OptionName } from '../../../contract/options.ts';
import { formatQuery, parseQuery, type ParsedQuery } from '../../../contract/query.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { formatWords, parseWords } from '../../../contract/words.ts';
import { samplers } from '../../../engine/diffusion/samplers/index.ts';

/** What may vary along an edge of the grid: fields of a recipe, its words, and of those the style alone. */
export const axisNames = [
  'numSteps',
  'sampler',
  'guidanceScale',
  'seed',
  'words',
  'style',
  'sigmas',
  'betas',
  'spacing',
  'eta',
  'sChurn',
  'noiseTemperature',
  'guidanceRescale',
  'flowShift',
  'solverOrder',
  'variance',
  'clipping',
] as const satisfies readonly (OptionName | 'words' | 'style')[];
export type AxisName = (typeof axisNames)[number];

/** One edge of the grid: what varies along it, and the values as a link writes them. */
export interface Axis {
  readonly name: AxisName;
  readonly values: readonly string[];
}

/** An edge is at least this long, and at most. */
export const axisLength = { min: 2, max: 8 } as const;

/** The recipe with a value of an axis, made fit to run; what makes no sense of the value itself is named. */
export function withValue(recipe: Recipe, name: AxisName, value: string, manifest: Manifest): ParsedQuery {
  const [field, text] =
    name === 'words' || name === 'style'
      ? ['condition', name === 'words' ? wordsFor(recipe, value, manifest) : styleFor(recipe, value, manifest)]
      : [linkNameOf(name), value];
  const parsed = parseQuery([...new URLSearchParams(formatQuery(wishOf(recipe))), [field, text]], manifest);
  return { recipe: parsed.recipe, failures: parsed.failures.filter(({ detail }) => detail['field'] === field) };
}

/** All of the words, "beard+glasses:0.5"; the style that is asked for stays unless one is among them. */
function wordsFor(recipe: Recipe, value: string, manifest: Manifest): string {
  const words = parseWords(value.replaceAll('+', ',')).map(({ id, weight }) => ({ id: idOf(id, manifest), weight }));
  const styled = words.some(({ id }) => kindOf(id, manifest) === 'style');
  const kept = styled ? [] : recipe.condition.filter(({ id }) => kindOf(id, manifest) === 'style');
  return formatWords([...words, ...kept]);
}

function styleFor(recipe: Recipe, value: string, manifest: Manifest): string {
  const others = recipe.condition.filter(({ id }) => kindOf(id, manifest) !== 'style');
  return formatWords([...others, ...parseWords(value).map(({ id, weight }) => ({ id: idOf(id, manifest), weight }))]);
}

/** A word is given by its id or as it is written. */
function idOf(word: string, { vocabulary }: Manifest): string {
  const written = word.trim().toLowerCase();
  return vocabulary.find(({ id, words }) => id === written || words.includes(written))?.id ?? written;
}

const kindOf = (id: string, { vocabulary }: Manifest) => vocabulary.find((word) => word.id === id)?.kind;

/** The axes that change something about this recipe, beside another one; those that are in use are always among them. */
export function axesFor(recipe: Recipe, other: AxisName, used: AxisName, manifest: Manifest): readonly AxisName[] {
  const read = new Set<string>(samplers[recipe.sampler].options);
  const ofSamplers = new Set(['eta', 'sChurn', 'solverOrder', 'variance']);
  const styled = manifest.vocabulary.some(({ kind }) => kind === 'style');
  const fits = (name: AxisName) =>
    name === 'style'
      ? styled
      : name === 'betas' || name === 'spacing'
        ? recipe.sigmas === 'betas' || other === 'sigmas'
        : name === 'flowShift'
          ? recipe.sigmas === 'flow' || other === 'sigmas'
          : !ofSamplers.has(name) || read.has(name) || other === 'sampler';
  return axisNames.filter((name) => name === used || (name !== other && fits(name)));
}
