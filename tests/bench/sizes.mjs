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
 * What a visitor downloads: the page's own scripts (those that a visit fetched), the runtime (its wasm, its scripts,
 * the worker's), and the network.
 * @param {string} dist
 * @param {readonly string[]} pageScripts addresses
 */
export function sizes(dist, pageScripts) {
  const assets = join(dist, 'assets');
  const all = readdirSync(assets);
  const page = new Set(pageScripts.map((address) => basename(new URL(address).pathname)));
  const of = (/** @type {(name: string) => boolean} */ wanted) =>
    sizeOf(all.filter(wanted).map((name) => join(assets, name)));
  const plainWasm = (/** @type {string} */ name) => /^ort-wasm-simd-threaded-[^.]*\.(wasm|mjs)$/.test(name);
  const isScript = (/** @type {string} */ name) => extname(name) === '.js';
  return {
    page: of((name) => page.has(name)),
    styles: of((name) => extname(name) === '.css'),
    worker: of((name) => isScript(name) && !page.has(name)),
    runtime: of(plainWasm),
    weights: of((name) => extname(name) === '.onnx'),
  };
}
