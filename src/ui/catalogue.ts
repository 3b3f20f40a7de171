import { parseManifest, type Manifest } from '../recipe/manifest.ts';
import type { ModelSource } from '../worker/protocol.ts';

/** A model that lies beside the page: its manifest and the absolute addresses of its files. */
export interface CatalogueEntry extends ModelSource {
  /** Training pictures for the forward process; null where the model has none. */
  readonly samplesUrl: string | null;
  /** The estimates of the default recipe's run, recorded: 8 bits a value. null where none was recorded. */
  readonly recordingUrl: string | null;
  /** What Python drew with it, for the conformance page; null where nothing was written down. */
  readonly goldenRunsUrl: string | null;
}

const manifests = import.meta.glob<unknown>('../../models/*/manifest.json', { eager: true, import: 'default' });
// The emoji's weights lie there for later trainings; the page does not offer them, nor carries them about.
const files = import.meta.glob<string>(
  ['../../models/*/*.{onnx,bin}', '../../models/*/golden-runs.json', '!../../models/emoji/*'],
  { eager: true, query: '?url&no-inline', import: 'default' },
);

const isPhone = matchMedia('(pointer: coarse) and (max-width: 699px)').matches;

/** What the page opens with, where it is there; models that are not named come after these. */
const order = isPhone ? ['portraits-small', 'portraits', 'digits'] : ['portraits', 'portraits-small', 'digits'];

/** Every model under models/, the one that the page opens with first. */
export const catalogue: readonly CatalogueEntry[] = Object.entries(manifests)
  .map(([path, json]) => entryOf(path, json))
  .sort((a, b) => placeOf(a) - placeOf(b));

function entryOf(path: string, json: unknown): CatalogueEntry {
  const manifest = parseManifest(json);
  const file = (name: string) => files[path.replace('manifest.json', name)];
  const url = file(manifest.file);
  if (url === undefined) throw new Error(`${path} names the file "${manifest.file}", which does not lie beside it`);
  return {
    manifest,
    url: absolute(url),
    samplesUrl: optional(manifest.samples && file(manifest.samples.file)),
    recordingUrl: optional(file('recording.bin')),
    goldenRunsUrl: optional(file('golden-runs.json')),
  };
}

function placeOf({ manifest }: CatalogueEntry): number {
  const place = order.indexOf(manifest.id);
  return place < 0 ? order.length : place;
}

/** The catalogue's manifests, for whoever reads a recipe. */
export const manifestsOf = (): readonly Manifest[] => catalogue.map(({ manifest }) => manifest);

function absolute(url: string): string {
  return new URL(url, document.baseURI).href;
}

function optional(url: string | undefined): string | null {
  return url === undefined ? null : absolute(url);
}
