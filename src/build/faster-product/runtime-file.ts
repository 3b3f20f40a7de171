import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fasterModule } from './faster-module.ts';
import { verifiedFiles } from './verified.ts';

/** Where the installed package has its files. */
export const packageFolder = dirname(createRequire(import.meta.url).resolve('onnxruntime-web/wasm'));
const cacheFolder = join(packageFolder, '../../.cache/faster-product');

/** A WebAssembly file to serve; `asShipped` says why it is the package's own, and is null for a faster one. */
export interface RuntimeFile {
  readonly path: string;
  readonly asShipped: string | null;
}

/**
 * The faster version of one of the package's WebAssembly files, made when it is first asked for and kept in the cache
 * below node_modules; the file as shipped where its hash is not a verified one.
 * @throws Error when a verified file has not exactly two matrix kernels
 */
export async function runtimeFile(name: string, verified = verifiedFiles): Promise<RuntimeFile> {
  const shippedPath = join(packageFolder, name);
  const shipped = await readFile(shippedPath);
  const hash = createHash('sha256').update(shipped).digest('hex');
  if (hash !== verified[name]) {
    const asShipped = `${name} is not the file that the faster matrix product was tried on (SHA-256 ${hash}), so it is used as shipped: slower, otherwise the same. See src/build/faster-product/verified.ts.`;
    return { path: shippedPath, asShipped };
  }
  const folder = join(cacheFolder, await cacheKey(hash));
  const path = join(folder, name);
  if (!existsSync(path)) {
    await mkdir(folder, { recursive: true });
    await writeWhole(path, await fasterModule(shipped));
  }
  return { path, asShipped: null };
}

/** What a faster file is made from: the shipped file and the code in this folder. */
async function cacheKey(shippedHash: string): Promise<string> {
  const hash = createHash('sha256').update(shippedHash);
  for (const name of (await readdir(import.meta.dirname)).sort()) hash.update(await readFile(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

/** Two builds may run at once: each file appears under its name only when it is complete. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}-${Date.now()}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}
