import { fieldNames, formatQuery, parseQuery, type ParsedQuery } from '../../recipe/query.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { Failure } from '../../recipe/failure.ts';
import type { BackendChoice } from '../../worker/protocol.ts';
import { manifestsOf } from '../catalogue.ts';

const backends: readonly BackendChoice[] = ['auto', 'webgpu', 'wasm'];

/** What an address asks for, with what of it made no sense. */
export interface Asked extends ParsedQuery {
  readonly backend: BackendChoice;
}

/** Reads recipe and backend from the page's query. */
export function readAddress(search: string): Asked {
  const query = new URLSearchParams(search);
  const { recipe, failures } = parseQuery(query, manifestsOf());
  const wanted = query.get('backend');
  const backend = backends.find((choice) => choice === wanted);
  if (wanted === null || backend !== undefined) return { recipe, failures, backend: backend ?? 'auto' };
  const refused = new Failure('recipe-invalid', { field: 'backend', value: wanted, accepted: backends.join(', ') });
  return { recipe, failures: [...failures, refused], backend: 'auto' };
}

/** The address of a recipe on a page, everything else of that page's query kept. */
export function addressOf(recipe: Recipe, page: URL): string {
  const kept = [...page.searchParams].filter(([name]) => !fieldNames.some((field) => field === name));
  const others = new URLSearchParams(kept).toString();
  return `${page.pathname}?${formatQuery(recipe)}${others === '' ? '' : `&${others}`}${page.hash}`;
}
