import { Failure } from '../../../contract/failure.ts';

export interface DownloadOptions {
  /** The size that is to arrive. */
  readonly bytes: number;
  readonly signal: AbortSignal;
  readonly onProgress: (loaded: number) => void;
}

/**
 * Fetches a file of a known size.
 * @throws Failure index-missing with the server's status where there was one; the signal's reason once it is aborted.
 */
export async function download(url: string, options: DownloadOptions): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, signal, onProgress } = options;
  const missing = (detail: Failure['detail'], cause?: unknown) => new Failure('index-missing', detail, { cause });
  try {
    const response = await fetch(url, { signal });
    if (!response.ok || response.body === null) throw missing({ status: response.status });
    const file = new Uint8Array(bytes);
    let loaded = 0;
    const reader = response.body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (loaded + part.value.length > bytes) throw missing({});
      file.set(part.value, loaded);
      loaded += part.value.length;
      onProgress(loaded);
    }
    if (loaded < bytes) throw missing({});
    return file;
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof Failure ? error : missing({}, error);
  }
}
