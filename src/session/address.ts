import { formatQuery, parseQuery, speaks, type ParsedQuery } from '../contract/query.ts';
import { fieldCalled } from '../contract/options.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { Failure } from '../contract/failure.ts';
import { refusedName } from '../contract/refusal.ts';
import type { BackendChoice } from '../contract/tasks.ts';
import { entryOf, modelIds, type CatalogueEntry } from './catalogue.ts';
import { formatView, parseView, viewNames, type LinkedView } from './view-in-link.ts';

const backends: readonly BackendChoice[] = ['auto', 'webgpu', 'wasm'];

/** What an address asks for, with what of it made no sense. */
export interface Asked extends ParsedQuery {
  readonly entry: CatalogueEntry;
  readonly backend: BackendChoice;
  readonly view: LinkedView;
}

/**
 * Reads model, recipe and backend from the page's query.
 * @throws Failure download-failed where the model's manifest does not arrive.
 */
export async function readAddress(search: string): Promise<Asked> {
  const query = new URLSearchParams(search);
  const [model, backend] = [query.get('model'), query.get('backend')];
  const entry = await (model === null ? speaking(query) : entryOf(modelIds.includes(model) ? model : firstId()));
  const { recipe, failures } = parseQuery(query, entry.manifest);
  return {
    entry,
    recipe,
    failures: [...refused('model', model, modelIds), ...failures, ...refused('backend', backend, backends)],
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
export function linkOf(recipe: Recipe, view: LinkedView, page: URL): string {
  const link = new URL(addressOf(recipe, page), page);
  const place = formatView(view, recipe.numSteps);
  // Put in as text: an address that is taken apart and written anew escapes what a recipe's own form does not.
  const [whole, hash = ''] = link.href.split(/(?=#)/);
  return `${whole ?? ''}${place === '' ? '' : `&${place}`}${hash}`;
}

/** The first model whose words a query without a model uses: links from before there was a second one keep their meaning. */
async function speaking(query: URLSearchParams): Promise<CatalogueEntry> {
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
