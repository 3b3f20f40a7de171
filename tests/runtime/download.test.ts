import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDownload } from '../../src/runtime/download.ts';

const url = 'https://example.org/model.onnx';
const file = Uint8Array.from({ length: 1000 }, (_, index) => index % 251);

interface Behaviour {
  /** Bytes that arrive before the connection breaks. */
  readonly breakAfter?: number;
  /** The connection ends there as if all were well. */
  readonly endAfter?: number;
  /** Nothing comes any more after that. */
  readonly hangAfter?: number;
  readonly status?: number;
  readonly ranges?: boolean;
  readonly length?: boolean;
  /** The server's file has changed in size. */
  readonly body?: Uint8Array;
}

/** A server that behaves so at each request in turn, then well. It records the ranges it was asked for. */
function serverWith(...behaviours: Behaviour[]) {
  const asked: (string | null)[] = [];
  const caches: (string | undefined)[] = [];
  const pauses: number[] = [];
  const fetch = (_url: string, init: RequestInit): Promise<Response> => {
    const behaviour = behaviours[asked.length] ?? {};
    const range = new Headers(init.headers).get('range');
    asked.push(range);
    caches.push(init.cache);
    if (behaviour.status !== undefined) return Promise.resolve(new Response('', { status: behaviour.status }));
    const whole = behaviour.body ?? file;
    const from = behaviour.ranges !== false && range !== null ? Number(/\d+/.exec(range)?.[0]) : 0;
    const headers: Record<string, string> = {};
    if (behaviour.length !== false) headers['content-length'] = String(whole.length - from);
    if (from > 0) headers['content-range'] = `bytes ${from}-${whole.length - 1}/${whole.length}`;
    const body = streamOf(whole.subarray(from), behaviour, init.signal);
    return Promise.resolve(new Response(body, { status: from > 0 ? 206 : 200, headers }));
  };
  const wait = (ms: number) => {
    pauses.push(ms);
    return Promise.resolve();
  };
  return { download: createDownload({ fetch, wait }), asked, caches, pauses };
}

function streamOf(bytes: Uint8Array, behaviour: Behaviour, signal?: AbortSignal | null): ReadableStream<Uint8Array> {
  const { breakAfter = Infinity, endAfter = Infinity, hangAfter = Infinity } = behaviour;
  let at = 0;
  return new ReadableStream({
    start(controller) {
      signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
    },
    pull(controller) {
      if (at >= breakAfter) return controller.error(new TypeError('network error'));
      if (at >= hangAfter) return new Promise(() => undefined);
      if (at >= Math.min(endAfter, bytes.length)) return controller.close();
      const to = Math.min(at + 100, bytes.length);
      controller.enqueue(bytes.slice(at, to));
      at = to;
    },
  });
}

const options = (change = {}) => ({
  signal: new AbortController().signal,
  bytes: file.length as number | null,
  onBytes: vi.fn(),
  ...change,
});

describe('a download', () => {
  it('gives the bytes, and counts them as they come', async () => {
    const { download, asked } = serverWith();
    const onBytes = vi.fn();
    expect(await download(url, options({ onBytes }))).toEqual(file);
    expect(onBytes.mock.calls[0]).toEqual([0, 1000]);
    expect(onBytes.mock.calls.at(-1)).toEqual([1000, 1000]);
    expect(onBytes.mock.calls.length).toBeGreaterThan(9);
    expect(asked).toEqual([null]);
  });

  it.each([
    ['from the server', {}, 1000],
    ['as unknown where the server does not say', { length: false }, null],
  ])('takes the total %s when the manifest does not say', async (_name, behaviour, total) => {
    const onBytes = vi.fn();
    await serverWith(behaviour).download(url, options({ bytes: null, onBytes }));
    expect(onBytes.mock.calls.at(-1)).toEqual([1000, total]);
  });

  it('past the HTTP cache when told so', async () => {
    const { download, caches } = serverWith();
    await download(url, options());
    await download(url, options({ afresh: true }));
    expect(caches).toEqual([undefined, 'reload']);
  });
});

describe('a broken connection', () => {
  it.each([
    ['breaks', { breakAfter: 400 }],
    ['ends early', { endAfter: 400 }],
  ])('that %s goes on where it was', async (_name, behaviour) => {
    const { download, asked, pauses } = serverWith(behaviour);
    const onBytes = vi.fn();
    expect(await download(url, options({ onBytes }))).toEqual(file);
    expect(asked).toEqual([null, 'bytes=400-']);
    expect(pauses).toEqual([300]);
    const counts = onBytes.mock.calls.map(([count]) => count as number);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  it.each([
    ['serves no ranges', { ranges: false }],
    ['refuses the range', { status: 416 }],
    ['has another file by now', { body: file.slice(0, 900) }],
  ])('starts over where the server %s', async (_name, second) => {
    const { download, asked } = serverWith({ breakAfter: 400 }, second);
    expect(await download(url, options())).toEqual(file);
    expect(asked.slice(0, 2)).toEqual([null, 'bytes=400-']);
    expect(asked.slice(2)).toEqual(asked.length === 3 ? [null] : []);
  });

  it('that brings a little each time is not given up', async () => {
    const { download, asked } = serverWith(...Array<Behaviour>(9).fill({ breakAfter: 100 }));
    expect(await download(url, options())).toEqual(file);
    expect(asked).toHaveLength(10);
  });

  it('that brings nothing is given up after three more tries', async () => {
    const { download, asked, pauses } = serverWith(...Array<Behaviour>(9).fill({ breakAfter: 0 }));
    await expect(download(url, options())).rejects.toMatchObject({ code: 'download-failed', detail: { url } });
    expect(asked).toHaveLength(4);
    expect(pauses).toEqual([300, 1000, 3000]);
  });

  it('given up keeps what was there for the next time', async () => {
    const dead = { breakAfter: 0 };
    const { download, asked } = serverWith({ breakAfter: 700 }, dead, dead, dead, dead);
    await expect(download(url, options())).rejects.toMatchObject({ code: 'download-failed' });
    expect(await download(url, options())).toEqual(file);
    expect(asked.at(-1)).toBe('bytes=700-');
  });

  it.each([500, 503, 429, 408])('status %i is tried again', async (status) => {
    const { download, asked } = serverWith({ status });
    expect(await download(url, options())).toEqual(file);
    expect(asked).toHaveLength(2);
  });

  it.each([404, 403])('status %i is not', async (status) => {
    const { download, asked } = serverWith({ status });
    await expect(download(url, options())).rejects.toMatchObject({ code: 'download-failed', detail: { url, status } });
    expect(asked).toHaveLength(1);
  });

  it('a file longer than it should be is refused', async () => {
    const { download } = serverWith({ body: new Uint8Array(1100) });
    await expect(download(url, options())).rejects.toMatchObject({
      code: 'download-failed',
      detail: { reason: 'more than 1000 bytes' },
    });
  });
});

describe('time', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('without a byte is a broken connection', async () => {
    const { download, asked } = serverWith({ hangAfter: 500 });
    const whole = download(url, options());
    await vi.advanceTimersByTimeAsync(21_000);
    expect(await whole).toEqual(file);
    expect(asked).toEqual([null, 'bytes=500-']);
  });

  it('an abort ends it at once', async () => {
    const { download } = serverWith({ hangAfter: 500 });
    const controller = new AbortController();
    const refused = expect(download(url, options({ signal: controller.signal }))).rejects.toMatchObject({
      code: 'cancelled',
    });
    await vi.advanceTimersByTimeAsync(100);
    controller.abort();
    await refused;
  });
});
