import { stat } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { runtimeFile } from './runtime-file.ts';
import { verifiedFiles } from './verified.ts';

const address = /^onnxruntime-web\/(ort-wasm-simd-threaded[.a-z]*\.wasm)\?(.+)$/;
const sizePrefix = '\0faster-product-size:';

/**
 * A Vite plugin that puts ONNX Runtime's WebAssembly with a faster matrix product in the place of the package's.
 * `import url from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'` gives its address, `?bytes` its size in bytes.
 */
export function fasterProduct(verified = verifiedFiles): Plugin {
  const warned = new Set<string>();
  return {
    name: 'faster-product',
    enforce: 'pre',
    async resolveId(source) {
      const [, name, query] = address.exec(source) ?? [];
      if (name === undefined) return null;
      const { path, asShipped } = await runtimeFile(name, verified);
      if (asShipped !== null && !warned.has(name)) {
        warned.add(name);
        this.warn(asShipped);
      }
      return query === 'bytes' ? sizePrefix + path : `${path}?${query}`;
    },
    async load(id) {
      if (!id.startsWith(sizePrefix)) return null;
      return `export default ${(await stat(id.slice(sizePrefix.length))).size};`;
    },
  };
}
