import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
  const folder = join(cacheFolder, await cacheKey());
  const path = join(folder, name);
  if (!existsSync(path)) {
    await keepOnly(folder);
    await writeWhole(path, await fasterModule(shipped));
  }
  return { path, asShipped: null };
}

/** A hash of the code in this folder, which names the shipped files, too: so it decides what is made. */
async function cacheKey(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of (await readdir(import.meta.dirname)).sort()) {
    hash.update(await readFile(join(import.meta.dirname, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Makes a folder in the cache and throws away what earlier code made. */
async function keepOnly(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const others = (await readdir(cacheFolder)).map((name) => join(cacheFolder, name)).filter((path) => path !== folder);
  await Promise.all(others.map((path) => rm(path, { recursive: true, force: true })));
}

/** Two builds may run at once: each file appears under its name only when it is complete. */
async function writeWhole(path: string, content: Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}-${Date.now()}`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}
