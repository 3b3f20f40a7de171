import type * as Ort from 'onnxruntime-web';
import asyncifyMjs from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url&no-inline';
import asyncifyBytes from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?bytes';
import asyncifyWasm from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url&no-inline';
import jspiMjs from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url&no-inline';
import jspiBytes from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?bytes';
import jspiWasm from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url&no-inline';
import plainMjs from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url&no-inline';
import plainBytes from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?bytes';
import plainWasm from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url&no-inline';
import type { Backend } from '../contract/backend.ts';

/** One build of ONNX Runtime Web: its JavaScript, loaded when asked for, and the files it starts from. */
export interface Bundle {
  readonly load: () => Promise<typeof Ort>;
  readonly wasm: string;
  readonly mjs: string;
  /** Size of the wasm file, decoded: servers that compress don't say it. */
  readonly bytes: number;
}

/**
 * The builds, by what they are compiled for. The plain one has no WebGPU and is the fastest on the CPU; the others are
 * WebGPU's, with the browser's own stack switching (JSPI) or without. The old JSEP builds are left out on purpose.
 * All have a faster matrix product than the package's: see src/build/faster-product.
 */
export const bundles: Readonly<Record<'plain' | 'jspi' | 'asyncify', Bundle>> = {
  plain: {
    load: () => import('onnxruntime-web/wasm'),
    wasm: absolute(plainWasm),
    mjs: absolute(plainMjs),
    bytes: plainBytes,
  },
  jspi: {
    load: () => import('onnxruntime-web/jspi'),
    wasm: absolute(jspiWasm),
    mjs: absolute(jspiMjs),
    bytes: jspiBytes,
  },
  asyncify: {
    load: () => import('onnxruntime-web/webgpu'),
    wasm: absolute(asyncifyWasm),
    mjs: absolute(asyncifyMjs),
    bytes: asyncifyBytes,
  },
};

/** The build for a backend in this browser. */
export function bundleFor(backend: Backend): Bundle {
  if (backend === 'wasm') return bundles.plain;
  return 'Suspending' in WebAssembly ? bundles.jspi : bundles.asyncify;
}

/** ONNX Runtime imports its .mjs from where it lies itself; only an absolute address means the same there. */
function absolute(url: string): string {
  return new URL(/* @vite-ignore */ url, import.meta.url).href;
}
