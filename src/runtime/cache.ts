/** Weights that an earlier visit fetched. */
export interface WeightsCache {
  /** The bytes, or null when they are not there or can't be read. Never throws. */
  get(id: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Keeps the bytes, and drops those of other versions of this model. Never throws. */
  put(id: string, sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  remove(id: string, sha256: string): Promise<void>;
}

const name = 'diffusion-playground-weights';
/** Keys have to be http addresses; this one can't be anybody's (RFC 2606). */
const root = 'https://weights.invalid/';

/**
 * A cache in Cache Storage, keyed by what the file is and not by where it lies. Without one (private windows, opaque
 * origins, plain http, full disks) it is always empty.
 * @param storage gives the browser's storage; to touch it may throw
 */
export function createCache(storage: () => CacheStorage | undefined): WeightsCache {
  const keyOf = (id: string, sha256: string) => `${root}${id}/${sha256}`;

  async function attempt<T>(work: (cache: Cache) => Promise<T>): Promise<T | null> {
    try {
      const cache = await storage()?.open(name);
      return cache ? await work(cache) : null;
    } catch {
      return null;
    }
  }

  return {
    get: (id, sha256) =>
      attempt(async (cache) => {
        const response = await cache.match(keyOf(id, sha256));
        return response ? new Uint8Array(await response.arrayBuffer()) : null;
      }),

    async put(id, sha256, bytes) {
      await attempt(async (cache) => {
        await cache.put(keyOf(id, sha256), new Response(bytes));
        const stale = (await cache.keys()).filter(
          ({ url }) => url.startsWith(`${root}${id}/`) && url !== keyOf(id, sha256),
        );
        await Promise.all(stale.map((request) => cache.delete(request)));
      });
    },

    async remove(id, sha256) {
      await attempt((cache) => cache.delete(keyOf(id, sha256)));
    },
  };
}
