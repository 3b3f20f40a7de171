import { afterEach, expect, it, vi } from 'vitest';
import { backendFailure } from '../../src/runtime/backend-failure.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  'std::bad_alloc',
  'RangeError: Array buffer allocation failed',
  'RangeError: WebAssembly.Memory(): could not allocate memory',
])('too little memory is said as that, on WASM: %s', (reason) => {
  expect(backendFailure(new Error(reason), 'wasm').code).toBe('out-of-memory');
  expect(backendFailure(new Error(reason), 'webgpu').code).toBe('backend-failed');
});

it('whatever else is told as it was', () => {
  expect(backendFailure(new Error('no available backend found'), 'wasm').code).toBe('backend-failed');
});

it.each([undefined, { validate: () => false }])('without WebAssembly or without SIMD that is said', (WebAssembly) => {
  vi.stubGlobal('WebAssembly', WebAssembly);
  expect(backendFailure(new Error('no available backend found'), 'wasm').code).toBe('no-webassembly');
});
