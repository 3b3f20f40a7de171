import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { describe, expect, it, vi } from 'vitest';
import { fasterModule } from '../../../src/build/faster-product/faster-module.ts';
import { findKernels } from '../../../src/build/faster-product/kernel.ts';
import { fasterProduct } from '../../../src/build/faster-product/plugin.ts';
import { packageFolder, runtimeFile } from '../../../src/build/faster-product/runtime-file.ts';
import { verifiedFiles } from '../../../src/build/faster-product/verified.ts';
import { readModule } from '../../../src/build/faster-product/wasm-module.ts';

vi.setConfig({ testTimeout: 120_000 });

const name = 'ort-wasm-simd-threaded.wasm';
const shippedPath = join(packageFolder, name);
const shipped = readFileSync(shippedPath);
const unknown = { ...verifiedFiles, [name]: '0'.repeat(64) };

describe('the installed package', () => {
  it.each(Object.keys(verifiedFiles))('has the %s that the fast path was tried on', async (file) => {
    expect(await runtimeFile(file)).toMatchObject({ asShipped: null });
  });
});

describe('the file to serve', () => {
  it('is the faster module, made once and whole', async () => {
    const { path } = await runtimeFile(name);
    expect(path).not.toBe(shippedPath);
    expect(Buffer.compare(readFileSync(path), await fasterModule(shipped))).toBe(0);
    expect((await runtimeFile(name)).path).toBe(path);
  });

  it('is the one as shipped where its hash is unknown, and says why', async () => {
    const { path, asShipped } = await runtimeFile(name, unknown);
    expect(path).toBe(shippedPath);
    expect(asShipped).toContain(verifiedFiles[name]);
    expect((await runtimeFile(name, {})).path).toBe(shippedPath);
  });
});

describe('exactly two kernels', () => {
  const module = readModule(shipped);

  it('are found by their type', async () => {
    const kernels = await findKernels(module);
    expect(kernels.map(({ addsToC }) => addsToC).sort()).toEqual([false, true]);
  });

  it('are asked for: none, one, three, or two of one kind fail', async () => {
    const [one, other] = (await findKernels(module)).map(({ wasm }) => wasm);
    const finding = (...functions: (typeof one)[]) =>
      findKernels({ sections: [], functions: functions.map((f) => f!) });
    await expect(finding()).rejects.toThrow("exactly two functions should have the matrix kernels' type, not 0");
    await expect(finding(one)).rejects.toThrow('not 1');
    await expect(finding(one, other, one)).rejects.toThrow('not 3');
    await expect(finding(one, one)).rejects.toThrow('both do the same');
    await expect(finding(other, one)).resolves.toHaveLength(2);
  });

  it('and a file without any cannot be made faster', async () => {
    const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
    await expect(fasterModule(empty)).rejects.toThrow('not 0');
    await expect(fasterModule(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).rejects.toThrow('no WebAssembly');
    await expect(fasterModule(shipped.subarray(0, 1000))).rejects.toThrow('ends before');
  });
});

/** Builds a module that imports the file's address and size. */
async function buildWith(verified: Readonly<Record<string, string>>) {
  const entry = 'virtual:entry';
  const warnings: string[] = [];
  const built = (await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    plugins: [
      fasterProduct(verified),
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) =>
          id === entry
            ? `export { default as url } from 'onnxruntime-web/${name}?url&no-inline';
               export { default as bytes } from 'onnxruntime-web/${name}?bytes';`
            : null,
      },
    ],
    build: {
      write: false,
      rollupOptions: {
        input: entry,
        preserveEntrySignatures: 'strict',
        onLog: (_level, log) => void warnings.push(log.message),
      },
    },
  })) as Rollup.RollupOutput;
  const asset = built.output.find((file) => file.type === 'asset') as Rollup.OutputAsset;
  const code = built.output.find((file) => file.type === 'chunk')!.code;
  return { served: Buffer.from(asset.source as Uint8Array), code, warnings };
}

describe('the Vite plugin', () => {
  it('serves the faster file and its own size', async () => {
    const { served, code, warnings } = await buildWith(verifiedFiles);
    expect(Buffer.compare(served, await fasterModule(shipped))).toBe(0);
    expect(code).toContain(String(served.length));
    expect(warnings).toEqual([]);
  });

  it('warns once and serves the shipped file where the hash is unknown', async () => {
    const { served, code, warnings } = await buildWith(unknown);
    expect(Buffer.compare(served, shipped)).toBe(0);
    expect(code).toContain(String(shipped.length));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('is used as shipped');
  });
});
