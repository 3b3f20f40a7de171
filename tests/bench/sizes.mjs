import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** The size of files as they are and as a host would send them. */
function sizeOf(/** @type {readonly string[]} */ files) {
  const brotli = (/** @type {Buffer} */ data) =>
    brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const contents = files.map((file) => readFileSync(file));
  return {
    files: files.map((file) => basename(file)),
    raw: contents.reduce((sum, data) => sum + data.length, 0),
    brotli: contents.reduce((sum, data) => sum + brotli(data), 0),
  };
}

/**
 * What a visitor without a GPU downloads: the scripts and manifests that a visit fetched before the runtime (the
 * worker's own among them), the styles, the runtime (its wasm, its loader, its interface), and the network.
 * @param {string} dist
 * @param {readonly string[]} scripts addresses
 */
export function sizes(dist, scripts) {
  const assets = join(dist, 'assets');
  const all = readdirSync(assets);
  const fetched = new Set(scripts.map((address) => basename(new URL(address).pathname)));
  const of = (/** @type {(name: string) => boolean} */ wanted) =>
    sizeOf(all.filter(wanted).map((name) => join(assets, name)));
  return {
    page: of((name) => fetched.has(name)),
    styles: of((name) => extname(name) === '.css'),
    runtime: of((name) => /^ort-wasm-simd-threaded-[^.]*\.(wasm|mjs)$|^ort\.wasm\.min-.*\.js$/.test(name)),
    weights: of((name) => extname(name) === '.onnx'),
  };
}
