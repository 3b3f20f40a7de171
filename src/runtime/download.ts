import { Failure } from '../contract/failure.ts';

/** What a download needs of the world; tests hand in their own. */
export interface Net {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** The size of the file, decoded. Where it is known, a shorter or longer file is an error. */
  readonly bytes: number | null;
  readonly onBytes: (loaded: number, total: number | null) => void;
  /** Past the browser's HTTP cache, which may hold an older file under the same name. */
  readonly afresh?: boolean;
}

/** Gives a file's bytes. Throws Failure download-failed, or cancelled. */
export type Download = (url: string, options: DownloadOptions) => Promise<Uint8Array<ArrayBuffer>>;

/** Pauses before a further try, in ms. */
const pauses = [300, 1000, 3000];
/** A connection that gives no byte for so long is taken for broken, in ms. */
const stallMs = 20_000;

/** What has arrived of a file. */
interface Part {
  chunks: Uint8Array[];
  loaded: number;
  total: number | null;
}

/** Something that another try may mend. */
class Broken extends Error {}

/**
 * A downloader that keeps what it has of a file over broken connections, and over failures too: asked again, it goes on
 * where it was, if the server serves ranges.
 */
export function createDownload(net: Net): Download {
  const parts = new Map<string, Part>();
  return async (url, options) => {
    const part = (!options.afresh && parts.get(url)) || { chunks: [], loaded: 0, total: options.bytes };
    parts.set(url, part);
    let furthest = part.loaded;
    for (let tries = 0; ; tries++) {
      try {
        await attempt(net, url, part, options);
        parts.delete(url);
        return joined(part);
      } catch (error) {
        if (options.signal.aborted) throw new Failure('cancelled');
        if (!(error instanceof Broken)) throw error;
        if (part.loaded > furthest) tries = 0;
        furthest = Math.max(furthest, part.loaded);
        const pause = pauses[tries];
        if (pause === undefined) throw new Failure('download-failed', { url, reason: error.message }, { cause: error });
        await net.wait(pause, options.signal);
      }
    }
  };
}

async function attempt(net: Net, url: string, part: Part, options: DownloadOptions): Promise<void> {
  const { signal, bytes, onBytes, afresh } = options;
  const controller = new AbortController();
  const abort = () => controller.abort();
  signal.addEventListener('abort', abort, { once: true });
  const alarm = createAlarm(abort);
  try {
    if (signal.aborted) abort();
    const response = await net.fetch(url, {
      signal: controller.signal,
      headers: part.loaded > 0 ? { Range: `bytes=${part.loaded}-` } : {},
      ...(afresh && { cache: 'reload' }),
    });
    takeHead(url, response, part, bytes);
    onBytes(part.loaded, part.total);
    for await (const chunk of chunksOf(response)) {
      alarm.reset();
      part.chunks.push(chunk);
      part.loaded += chunk.length;
      onBytes(part.loaded, part.total);
    }
  } catch (error) {
    if (error instanceof Failure || error instanceof Broken) throw error;
    throw new Broken(alarm.rang() ? `no byte for ${stallMs / 1000} s` : String(error), { cause: error });
  } finally {
    alarm.stop();
    signal.removeEventListener('abort', abort);
  }
  checkLength(url, part);
}

/** Reads status and headers; forgets what was there when the server does not go on from it. */
function takeHead(url: string, response: Response, part: Part, bytes: number | null): void {
  const { status } = response;
  const goesOn = status === 206 && continues(response, part, bytes);
  if (!goesOn) {
    part.chunks = [];
    part.loaded = 0;
  }
  if (status === 408 || status === 429 || status >= 500) throw new Broken(`status ${status}`);
  // A range that the server would not go on from (416), or another one than was asked for: from the start, then.
  if (status === 416 || (status === 206 && !goesOn)) throw new Broken(`status ${status}`);
  if (!response.ok) throw new Failure('download-failed', { url, status });
  if (!goesOn) part.total = bytes ?? lengthOf(response);
}

function continues({ headers }: Response, part: Part, bytes: number | null): boolean {
  const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  // Ranges count encoded bytes where a server compresses; the whole size tells.
  return Number(start) === part.loaded && Number(total) === (bytes ?? part.total);
}

/** What the server says the size is; unknown when it is that of the compressed form. */
function lengthOf({ headers }: Response): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : Number(length);
}

/** An end that came too early does not always show as an error. */
function checkLength(url: string, part: Part): void {
  const { loaded, total } = part;
  if (total === null || loaded === total) return;
  if (loaded < total) throw new Broken(`ended after ${loaded} of ${total} bytes`);
  part.chunks = [];
  part.loaded = 0;
  throw new Failure('download-failed', { url, reason: `more than ${total} bytes` });
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function joined({ chunks, loaded }: Part): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(loaded);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Calls back once when it was not reset for stallMs. */
function createAlarm(ring: () => void): { reset(): void; stop(): void; rang(): boolean } {
  let rang = false;
  let timer: ReturnType<typeof setTimeout>;
  const stop = () => clearTimeout(timer);
  const reset = () => {
    stop();
    timer = setTimeout(() => {
      rang = true;
      ring();
    }, stallMs);
  };
  reset();
  return { reset, stop, rang: () => rang };
}
