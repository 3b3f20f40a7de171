import { defaultRecipe } from '../../../contract/defaults.ts';
import type { Failure } from '../../../contract/failure.ts';
import { edited } from '../../../contract/families/index.ts';
import { fieldCalled, linkNameOf, optionNames, options } from '../../../contract/options.ts';
import { formatQuery, parseQuery } from '../../../contract/query.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { refusal, refusedName } from '../../../contract/refusal.ts';
import type { CatalogueEntry } from '../../../session/catalogue.ts';

/** The parameter of a link that stands once for each recipe that is compared with the first. */
const parameter = 'with';

/** Within it: fields that the first recipe says and this one leaves to its sampler. */
const without = 'without';

/** More than four pictures side by side are a grid. */
export const mostLanes = 4;

/** A model and what it is asked for. */
export interface Asked {
  readonly model: CatalogueEntry;
  readonly recipe: Recipe;
}

export interface ParsedLanes {
  /** Those that are compared with the first. */
  readonly lanes: readonly Asked[];
  readonly failures: readonly Failure[];
}

/** How a recipe differs from the first, as a query of its own: `sampler=heun&steps=10`. */
export function formatDifference(recipe: Recipe, first: Recipe): string {
  const [own, theirs] = [fieldsOf(recipe), fieldsOf(first)];
  const different = [...own].filter(([name, text]) => theirs.get(name) !== text);
  const missing = [...theirs.keys()].filter((name) => !own.has(name));
  const query = new URLSearchParams(different);
  if (missing.length > 0) query.set(without, missing.join(','));
  return query.toString();
}

/** The query of a page that compares these: the first recipe in full, the others by how they differ from it. */
export function formatLanes(recipes: readonly Recipe[], kept: URLSearchParams): string {
  const [first, ...others] = recipes;
  if (first === undefined) throw new RangeError('there is no recipe to compare');
  const rest = new URLSearchParams([...kept].filter(([name]) => fieldCalled(name) === undefined && name !== parameter));
  for (const recipe of others) rest.append(parameter, formatDifference(recipe, first));
  return `${formatQuery(first)}${rest.size > 0 ? `&${rest.toString()}` : ''}`;
}

/**
 * Reads what a link compares with its first recipe. What makes no sense is named, and takes its default.
 * @param models those that may be compared with the first: they draw pictures of the same shape
 */
export function parseLanes(query: URLSearchParams, first: Asked, models: readonly CatalogueEntry[]): ParsedLanes {
  const texts = query.getAll(parameter);
  const parsed = texts.slice(0, mostLanes - 1).map((text) => parseLane(new URLSearchParams(text), first, models));
  const tooMany = texts.length < mostLanes ? [] : [refusal(parameter, `${texts.length} ×`, `0 … ${mostLanes - 1} ×`)];
  return {
    lanes: parsed.map(({ lane }) => lane),
    failures: [...parsed.flatMap(({ failures }) => failures), ...tooMany],
  };
}

function parseLane(query: URLSearchParams, first: Asked, models: readonly CatalogueEntry[]) {
  const ids = models.map(({ manifest }) => manifest.id);
  const id = query.get('model') ?? first.recipe.model;
  const model = models.find(({ manifest }) => manifest.id === id) ?? first.model;
  const missing = (query.get(without) ?? '').split(',').filter((name) => name !== '');
  const optional = optionNames.filter((name) => options[name].schema.type === 'optional').map(String);
  const strangers = [...query.keys()].filter((name) => fieldCalled(name) === undefined && name !== without);
  const base = new Map([...fieldsOf(first.recipe), ...query].filter(([name]) => !missing.includes(name)));
  const { recipe, failures } = parseQuery(base, model.manifest);
  return {
    lane: { model, recipe },
    failures: [
      ...(model.manifest.id === id ? [] : [refusedName('model', id, ids)]),
      ...missing.filter((name) => !optional.includes(name)).map((name) => refusedName(without, name, optional)),
      ...strangers.map((name) => refusedName(parameter, name, optionNames.map(linkNameOf))),
      ...failures,
    ],
  };
}

/** What one recipe takes from another when both must be asked of the same model: all that this model understands. */
export function askedOf(model: CatalogueEntry, recipe: Recipe): Asked {
  const known = new Set(model.manifest.vocabulary.map(({ id }) => id));
  const knows = (words: Recipe['condition']) => words.every(({ id }) => known.has(id));
  const { condition, negative } = defaultRecipe(model.manifest);
  const words = knows([...recipe.condition, ...recipe.negative]) ? {} : { condition, negative };
  return { model, recipe: edited(recipe, { ...words, model: model.manifest.id }) };
}

const fieldsOf = (recipe: Recipe) => new Map(new URLSearchParams(formatQuery(recipe)));
