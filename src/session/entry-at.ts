import { parseManifest } from '../contract/manifest.ts';
import type { CatalogueEntry } from './catalogue.ts';
import { fetchJson } from './fetch-json.ts';

/**
 * A model that lies elsewhere: `<base>/<id>/manifest.json`, with its files beside it.
 * @param base an absolute address
 * @throws Failure download-failed, manifest-invalid
 */
export async function entryAt(base: string, id: string): Promise<CatalogueEntry> {
  const folder = `${base.replace(/\/*$/, '')}/${encodeURIComponent(id)}/`;
  const manifest = parseManifest(await fetchJson(`${folder}manifest.json`));
  return {
    manifest,
    url: new URL(manifest.file, folder).href,
    samplesUrl: manifest.samples ? new URL(manifest.samples.file, folder).href : null,
    // A folder without one answers 404, and the page waits for the live run.
    recordingUrl: `${folder}recording.bin`,
    nearestUrl: null,
    goldenRunsUrl: null,
  };
}
