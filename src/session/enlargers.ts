import { parseEnlargerManifest, type EnlargerManifest } from '../contract/manifest.ts';
import { fetchJson } from './fetch-json.ts';

/** A second network, which draws pictures of some models sharp. */
export interface EnlargerEntry {
  readonly manifest: EnlargerManifest;
  readonly url: string;
}

const files = import.meta.glob<string>(['../../models/sharp/*/model.onnx', '../../models/sharp/*/manifest.json'], {
  eager: true,
  query: '?url&no-inline',
  import: 'default',
});

/** The network that was made for a model's pictures; null where there is none. @throws Failure as catalogue.ts says */
export async function enlargerOf(modelId: string): Promise<EnlargerEntry | null> {
  const manifests = Object.keys(files).filter((path) => path.endsWith('manifest.json'));
  for (const path of manifests) {
    const manifest = parseEnlargerManifest(await fetchJson(absolute(files[path] ?? '')));
    const file = files[path.replace('manifest.json', manifest.file)];
    if (manifest.models.includes(modelId) && file !== undefined) return { manifest, url: absolute(file) };
  }
  return null;
}

const absolute = (url: string) => new URL(url, document.baseURI).href;
