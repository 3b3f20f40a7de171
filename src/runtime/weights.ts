import type { Integrity } from '../contract/backend.ts';
import { Failure } from '../contract/failure.ts';
import type { AnyManifest } from '../contract/manifest.ts';
import type { WeightsCache } from './cache.ts';
import type { Download } from './download.ts';

export interface Weights {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly integrity: Integrity;
}

export interface WeightsTools {
  readonly download: Download;
  readonly cache: WeightsCache;
  /** Undefined in insecure contexts. */
  readonly subtle: Pick<SubtleCrypto, 'digest'> | undefined;
}

export interface WeightsOptions {
  readonly signal: AbortSignal;
  readonly onBytes: (loaded: number, total: number | null, cached: boolean) => void;
}

/**
 * A model's file, checked against its manifest: from the cache, or else from its address and then kept.
 * @throws Failure download-failed, hash-mismatch, cancelled
 */
export async function fetchWeights(
  { id, sha256, bytes }: AnyManifest,
  url: string,
  { download, cache, subtle }: WeightsTools,
  { signal, onBytes }: WeightsOptions,
): Promise<Weights> {
  const integrity: Integrity = subtle ? 'sha256' : 'length';
  const hashOf = async (file: Uint8Array<ArrayBuffer>) => (subtle ? hex(await subtle.digest('SHA-256', file)) : sha256);

  const kept = await cache.get(id, sha256);
  if (kept?.length === bytes && (await hashOf(kept)) === sha256) {
    onBytes(bytes, bytes, true);
    return { bytes: kept, integrity };
  }
  if (kept) await cache.remove(id, sha256);

  let actual = '';
  // A wrong file may come from the browser's HTTP cache: the second try goes past it.
  for (const afresh of [false, true]) {
    const file = await download(url, {
      signal,
      bytes,
      afresh,
      onBytes: (loaded, total) => onBytes(loaded, total, false),
    });
    actual = await hashOf(file);
    if (actual !== sha256) continue;
    void cache.put(id, sha256, file);
    return { bytes: file, integrity };
  }
  throw new Failure('hash-mismatch', { url, expected: sha256, actual });
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
