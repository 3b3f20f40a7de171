import { Failure } from '../contract/failure.ts';
import type { Backend } from '../contract/backend.ts';

/** What browsers and C++ say where memory has run out. */
const outOfMemory = /bad_alloc|out of memory|allocation failed|could not allocate/i;

/** The smallest module that computes with 16 bytes at once; ONNX Runtime has no build without that any more. */
const simd = Uint8Array.from([
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
]);

/** Why the runtime did not start or did not go on, as far as it can be told from what it throws. */
export function backendFailure(error: unknown, backend: Backend): Failure {
  const reason = String(error);
  const webAssembly = (globalThis as { WebAssembly?: typeof WebAssembly }).WebAssembly;
  if (webAssembly?.validate(simd) !== true) return new Failure('no-webassembly', {}, { cause: error });
  // On WebGPU there is WASM to fall back to.
  if (backend === 'wasm' && outOfMemory.test(reason)) return new Failure('out-of-memory', {}, { cause: error });
  return new Failure('backend-failed', { backend, reason }, { cause: error });
}
