import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Ort from 'onnxruntime-web/wasm';
import { packageFolder, runtimeFile } from '../../../src/build/faster-product/runtime-file.ts';

/** ONNX Runtime twice, each with a WebAssembly of its own: as the package has it, and faster. */
export async function startBoth(): Promise<{ shipped: typeof Ort; faster: typeof Ort }> {
  const name = 'ort-wasm-simd-threaded.wasm';
  const { path, asShipped } = await runtimeFile(name);
  if (asShipped !== null) throw new Error(asShipped);
  return { shipped: await start(join(packageFolder, name), 'shipped'), faster: await start(path, 'faster') };
}

/** The query makes Node load the module once more. */
async function start(wasm: string, query: string): Promise<typeof Ort> {
  const address = `${pathToFileURL(join(packageFolder, 'ort.wasm.bundle.min.mjs')).href}?${query}`;
  const ort = (await import(/* @vite-ignore */ address)) as typeof Ort;
  ort.env.wasm.wasmBinary = readFileSync(wasm);
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
  return ort;
}
