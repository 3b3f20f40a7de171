import { formatQuery, parseQuery, speaks, type ParsedQuery } from '../contract/query.ts';
import { fieldCalled } from '../contract/options.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { Failure } from '../contract/failure.ts';
import type { RecipeFamily } from '../contract/manifest.ts';
import { refusedName } from '../contract/refusal.ts';
import type { BackendChoice } from '../contract/tasks.ts';
import { entryOf, isOf, modelIds, modelsOf, type AnyEntry, type CatalogueEntry } from './catalogue.ts';
import { formatView, parseView, viewNames, type LinkedView } from './view-in-link.ts';

const backends: readonly BackendChoice[] = ['auto', 'webgpu', 'wasm'];

/** What an address asks for, with what of it made no sense. */
export interface Asked<Entry extends AnyEntry = AnyEntry> extends ParsedQuery {
  readonly entry: Entry;
  readonly backend: BackendChoice;
  /** Where a link leads; what is no link says nothing of it. */
  readonly view?: LinkedView | undefined;
}

/**
 * Reads model, recipe and backend from the page's query.
 * @throws Failure download-failed where the model's manifest does not arrive.
 */
export async function readAddress(search: string): Promise<Asked> {
  const query = new URLSearchParams(search);
  const model = query.get('model');
  const entry = await (model === null ? speaking(query) : entryOf(modelIds.includes(model) ? model : firstId()));
  return askedOf(query, entry, modelIds);
}

/**
 * The same for what shows one family only. A model of another one is named, and the first that knows the query's words
 * takes its place.
 */
export async function readAddressOf<F extends RecipeFamily>(
  family: F,
  search: string,
): Promise<Asked<AnyEntry & CatalogueEntry<F>>> {
  const { entry, ...asked } = await readAddress(search);
  if (isOf(family, entry)) return { ...asked, entry };
  const query = new URLSearchParams(search);
  const models = await modelsOf(family);
  const other = models.find(({ manifest }) => speaks(query, manifest)) ?? models[0];
  if (other === undefined) throw new RangeError(`there is no model of the family ${family}`);
  return askedOf(
    query,
    other,
    models.map(({ manifest }) => manifest.id),
  );
}

function askedOf<Entry extends AnyEntry>(
  query: URLSearchParams,
  entry: Entry,
  accepted: readonly string[],
): Asked<Entry> {
  const { recipe, failures } = parseQuery(query, entry.manifest);
  const backend = query.get('backend');
  return {
    entry,
    recipe,
    failures: [
      ...refused('model', query.get('model'), accepted),
      ...failures,
      ...refused('backend', backend, backends),
    ],
    backend: backends.find((choice) => choice === backend) ?? 'auto',
    view: parseView(query),
  };
}

/** The address of a recipe on a page, everything else of that page's query kept but for the place that a link led to. */
export function addressOf(recipe: Recipe, page: URL): string {
  const kept = [...page.searchParams].filter(([name]) => fieldCalled(name) === undefined && !viewNames.includes(name));
  const others = new URLSearchParams(kept).toString();
  return `${page.pathname}?${formatQuery(recipe)}${others === '' ? '' : `&${others}`}${page.hash}`;
}

/** What is shared of a page: its address, with the place in the run and how it is looked at. */
export function linkOf(recipe: Recipe, view: LinkedView | undefined, page: URL): string {
  const link = new URL(addressOf(recipe, page), page);
  const place = view === undefined ? '' : formatView(view, recipe.numSteps);
  // Put in as text: an address that is taken apart and written anew escapes what a recipe's own form does not.
  const [whole, hash = ''] = link.href.split(/(?=#)/);
  return `${whole ?? ''}${place === '' ? '' : `&${place}`}${hash}`;
}

/** The first model whose words a query without a model uses: links from before there was a second one keep their meaning. */
async function speaking(query: URLSearchParams): Promise<AnyEntry> {
  for (const id of modelIds) {
    const entry = await entryOf(id);
    if (speaks(query, entry.manifest)) return entry;
  }
  return entryOf(firstId());
}

function firstId(): string {
  const [first] = modelIds;
  if (first === undefined) throw new RangeError('there is no model to make a recipe for');
  return first;
}

function refused(field: string, value: string | null, accepted: readonly string[]): Failure[] {
  if (value === null || accepted.includes(value)) return [];
  return [refusedName(field, value, accepted)];
}
