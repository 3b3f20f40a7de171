import type { ManifestOf } from '../contract/families/parts.ts';
import { Failure } from '../contract/failure.ts';
import { parseRecipeManifest, type RecipeFamily } from '../contract/manifest.ts';
import { fetchJson } from './fetch-json.ts';
import type { ModelSource } from '../contract/tasks.ts';

/** A model that lies beside the page: its manifest and the absolute addresses of its files. */
export interface CatalogueEntry<F extends RecipeFamily = 'diffusion'> extends ModelSource {
  readonly manifest: ManifestOf<F>;
  /** Training pictures for the forward process; null where the model has none. */
  readonly samplesUrl: string | null;
  /** The estimates of the default recipe's run, recorded: 8 bits a value. null where none was recorded. */
  readonly recordingUrl: string | null;
  /** The index of its training pictures; null where it has none. */
  readonly nearestUrl: string | null;
  /** What Python drew with it, for the conformance page; null where nothing was written down. */
  readonly goldenRunsUrl: string | null;
}

/** A model of whichever family; its manifest says which. */
export type AnyEntry = { readonly [F in RecipeFamily]: CatalogueEntry<F> }[RecipeFamily];

const files = import.meta.glob<string>(
  ['../../models/*/*.{onnx,bin}', '../../models/*/manifest.json', '../../models/*/golden-runs.json'],
  { eager: true, query: '?url&no-inline', import: 'default' },
);

const isPhone = matchMedia('(pointer: coarse) and (max-width: 699px)').matches;

/** What the page opens with, where it is there; models that are not named come after these. */
const order = [...(isPhone ? ['portraits-small', 'portraits'] : ['portraits', 'portraits-small']), 'emoji', 'digits'];

/** The id of every model under models/, which is its folder's name; the one that the page opens with first. */
export const modelIds: readonly string[] = Object.keys(files)
  .flatMap((path) => /([\w-]+)\/manifest\.json$/.exec(path)?.[1] ?? [])
  .sort((a, b) => placeOf(a) - placeOf(b));

const entries = new Map<string, Promise<AnyEntry>>();

/**
 * One of the models. Its manifest, which holds all of its words, is fetched when it is first asked for.
 * @throws Failure download-failed, and then asked again it fetches again; manifest-invalid.
 */
export function entryOf(id: string): Promise<AnyEntry> {
  const entry = entries.get(id) ?? fetchEntry(id);
  entries.set(id, entry);
  entry.catch(() => entries.delete(id));
  return entry;
}

/** All of them, in the order of modelIds. @throws Failure as entryOf does. */
export const wholeCatalogue = (): Promise<readonly AnyEntry[]> => Promise.all(modelIds.map(entryOf));

/** Those of one family, in the same order. @throws Failure as entryOf does. */
export async function modelsOf<F extends RecipeFamily>(family: F): Promise<readonly (AnyEntry & CatalogueEntry<F>)[]> {
  return (await wholeCatalogue()).filter((entry) => isOf(family, entry));
}

/** Whether a model is of that family. */
export function isOf<F extends RecipeFamily>(family: F, entry: AnyEntry): entry is AnyEntry & CatalogueEntry<F> {
  return entry.manifest.family === family;
}

async function fetchEntry(id: string): Promise<AnyEntry> {
  // "../other/x" is a file that two models share.
  const file = (name: string) => files[`../../models/${id}/${name}`.replace(/[\w-]+\/\.\.\//, '')];
  const manifestUrl = optional(file('manifest.json'));
  if (manifestUrl === null) throw new Failure('unexpected', { reason: `no model ${id}` });
  const manifest = parseRecipeManifest(await fetchJson(manifestUrl));
  const url = optional(file(manifest.file));
  if (url === null) throw new Error(`${id} names the file "${manifest.file}", which does not lie beside it`);
  const entry = {
    manifest,
    url,
    samplesUrl: optional(manifest.samples && file(manifest.samples.file)),
    recordingUrl: optional(file('recording.bin')),
    nearestUrl: optional(manifest.nearest && file(manifest.nearest.file)),
    goldenRunsUrl: optional(file('golden-runs.json')),
  };
  // Of one family in all its parts: the compiler does not follow that through a union.
  return entry as AnyEntry;
}

function placeOf(id: string): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}

function optional(url: string | undefined): string | null {
  return url === undefined ? null : new URL(url, document.baseURI).href;
}
