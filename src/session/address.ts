import { formatQuery, parseQuery, speaks, type ParsedQuery } from '../contract/query.ts';
import { fieldCalled } from '../contract/options.ts';
import type { Recipe } from '../contract/recipe.ts';
import type { Failure } from '../contract/failure.ts';
import { refusedName } from '../contract/refusal.ts';
import type { BackendChoice } from '../contract/tasks.ts';
import { entryOf, modelIds, type CatalogueEntry } from './catalogue.ts';

const backends: readonly BackendChoice[] = ['auto', 'webgpu', 'wasm'];

/** What an address asks for, with what of it made no sense. */
export interface Asked extends ParsedQuery {
  readonly entry: CatalogueEntry;
  readonly backend: BackendChoice;
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
  };
}

/** The address of a recipe on a page, everything else of that page's query kept. */
export function addressOf(recipe: Recipe, page: URL): string {
  const kept = [...page.searchParams].filter(([name]) => fieldCalled(name) === undefined);
  const others = new URLSearchParams(kept).toString();
  return `${page.pathname}?${formatQuery(recipe)}${others === '' ? '' : `&${others}`}${page.hash}`;
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
