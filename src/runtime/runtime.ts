import type * as Ort from 'onnxruntime-web';
import { Failure } from '../contract/failure.ts';
import type { Backend } from '../contract/backend.ts';
import { bundleFor } from './bundles.ts';
import type { Download } from './download.ts';

export interface RuntimeOptions {
  readonly backend: Backend;
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly onBytes: (loaded: number, total: number | null) => void;
}

/**
 * Fetches ONNX Runtime once a worker: it can't be started twice in one, nor change its backend.
 * @throws Failure download-failed, cancelled
 */
export function createRuntime(download: Download): (options: RuntimeOptions) => Promise<typeof Ort> {
  let ready: { readonly ort: typeof Ort; readonly bytes: number } | null = null;

  return async ({ backend, threads, signal, onBytes }) => {
    if (ready !== null) {
      onBytes(ready.bytes, ready.bytes);
      return ready.ort;
    }
    const { load, wasm, mjs, bytes } = bundleFor(backend);
    const [ort, binary] = await Promise.all([
      script(mjs, load),
      download(wasm, { signal, bytes, onBytes }),
      // ONNX Runtime imports this when it starts; here it arrives beside the rest.
      script(mjs, () => import(/* @vite-ignore */ mjs)),
    ]);
    ort.env.wasm.wasmBinary = binary;
    ort.env.wasm.wasmPaths = { wasm, mjs };
    ort.env.wasm.numThreads = threads;
    ort.env.logLevel = 'error';
    ready = { ort, bytes };
    return ort;
  };
}

async function script<T>(url: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    throw new Failure('download-failed', { url, reason: String(error) }, { cause: error });
  }
}
