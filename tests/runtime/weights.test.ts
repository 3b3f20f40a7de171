import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Manifest } from '../../src/contract/manifest.ts';
import { createCache, type WeightsCache } from '../../src/runtime/cache.ts';
import type { Download } from '../../src/runtime/download.ts';
import { fetchWeights } from '../../src/runtime/weights.ts';

const url = 'https://example.org/model.onnx';
const file = Uint8Array.from([1, 2, 3, 4]);
const other = Uint8Array.from([1, 2, 3, 5]);
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const manifest = { id: 'digits', bytes: 4, sha256: hashOf(file) } as Manifest;
const { subtle } = crypto;

/** Cache Storage of one origin. */
class FakeStorage {
  readonly entries = new Map<string, Response>();
  readonly cache = {
    match: (key: string) => Promise.resolve(this.entries.get(key)?.clone()),
    put: (key: string, response: Response) => Promise.resolve(void this.entries.set(key, response)),
    keys: () => Promise.resolve([...this.entries.keys()].map((key) => ({ url: key }))),
    delete: (key: string | { url: string }) =>
      Promise.resolve(this.entries.delete(typeof key === 'string' ? key : key.url)),
  };
  open = () => Promise.resolve(this.cache);
}

let storage: FakeStorage;
let cache: WeightsCache;
const cacheOf = (open: () => unknown) => createCache(open as () => CacheStorage);
const serving = (...files: Uint8Array[]) =>
  vi.fn<Download>((_url, { onBytes }) => {
    onBytes(4, 4);
    return Promise.resolve(Uint8Array.from(files.length > 1 ? (files.shift() ?? file) : (files[0] ?? file)));
  });
const paths = () => [...storage.entries.keys()].map((key) => new URL(key).pathname).sort();
const settings = (onBytes = vi.fn()) => ({ signal: new AbortController().signal, onBytes });
const get = (download: Download, change = {}, onBytes = vi.fn()) =>
  fetchWeights(manifest, url, { download, cache, subtle, ...change }, settings(onBytes));

beforeEach(() => {
  storage = new FakeStorage();
  cache = cacheOf(() => storage);
});

describe('weights', () => {
  it('are fetched once: a second visit has them', async () => {
    const download = serving(file);
    const seen = vi.fn();
    expect(await get(download)).toEqual({ bytes: file, integrity: 'sha256' });
    expect(await get(download, {}, seen)).toEqual({ bytes: file, integrity: 'sha256' });
    expect(download).toHaveBeenCalledOnce();
    expect(seen.mock.calls).toEqual([[4, 4, true]]);
  });

  it('of another version take the place of the old ones, and of no other model', async () => {
    await cache.put('digits', 'old', other);
    await cache.put('portraits', 'p', other);
    await get(serving(file));
    // Keeping them is not waited for.
    await vi.waitFor(() => expect(paths()).toEqual([`/digits/${manifest.sha256}`, '/portraits/p']));
  });

  it('that were spoiled in the cache are fetched anew', async () => {
    await cache.put('digits', manifest.sha256, other);
    const download = serving(file);
    expect((await get(download)).bytes).toEqual(file);
    expect(download).toHaveBeenCalledOnce();
    expect(await cache.get('digits', manifest.sha256)).toEqual(file);
  });

  it('that are wrong are fetched once more, past the HTTP cache', async () => {
    const download = serving(other, file);
    expect((await get(download)).bytes).toEqual(file);
    expect(download.mock.calls.map(([, { afresh }]) => afresh)).toEqual([false, true]);
  });

  it('that stay wrong are refused, and not kept', async () => {
    await expect(get(serving(other))).rejects.toMatchObject({
      code: 'hash-mismatch',
      detail: { url, expected: hashOf(file), actual: hashOf(other) },
    });
    expect(storage.entries.size).toBe(0);
  });

  it('are checked by their length where there is no SHA-256, and it says so', async () => {
    expect(await get(serving(file), { subtle: undefined })).toEqual({ bytes: file, integrity: 'length' });
  });
});

describe('without Cache Storage', () => {
  const refusals: [string, () => unknown][] = [
    ['it is missing', () => undefined],
    [
      'to touch it throws',
      () => {
        throw new DOMException('opaque origin', 'SecurityError');
      },
    ],
    ['it does not open', () => ({ open: () => Promise.reject(new DOMException('private', 'SecurityError')) })],
    [
      'the disk is full',
      () => ({
        open: () =>
          Promise.resolve({
            match: () => Promise.resolve(undefined),
            put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
          }),
      }),
    ],
  ];
  it.each(refusals)('(%s) weights are fetched each time', async (_name, open) => {
    cache = cacheOf(open);
    const download = serving(file);
    await get(download);
    expect((await get(download)).bytes).toEqual(file);
    expect(download).toHaveBeenCalledTimes(2);
  });
});
