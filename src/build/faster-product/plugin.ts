import { stat } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { runtimeFile, type RuntimeFile } from './runtime-file.ts';
import { verifiedFiles } from './verified.ts';

const address = /^onnxruntime-web\/(ort-wasm-simd-threaded[.a-z]*\.wasm)\?(.+)$/;
const sizePrefix = '\0faster-product-size:';

/**
 * A Vite plugin that puts ONNX Runtime's WebAssembly with a faster matrix product in the place of the package's.
 * `import url from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'` gives its address, `?bytes` its size in bytes.
 */
export function fasterProduct(verified = verifiedFiles): Plugin {
  const files = new Map<string, Promise<RuntimeFile>>();
  const fileOf = (name: string): Promise<RuntimeFile> => {
    const file = files.get(name) ?? runtimeFile(name, verified);
    files.set(name, file);
    return file;
  };
  const warned = new Set<string>();
  return {
    name: 'faster-product',
    enforce: 'pre',
    async resolveId(source) {
      const [, name, query] = address.exec(source) ?? [];
      if (name === undefined) return null;
      const { path, asShipped } = await fileOf(name);
      if (asShipped !== null && !warned.has(name)) {
        warned.add(name);
        this.warn(asShipped);
      }
      return query === 'bytes' ? sizePrefix + name : `${path}?${query}`;
    },
    async load(id) {
      if (!id.startsWith(sizePrefix)) return null;
      const { path } = await fileOf(id.slice(sizePrefix.length));
      return `export default ${(await stat(path)).size};`;
    },
  };
}
