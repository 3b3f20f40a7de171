import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runtimeFile } from '../../src/build/faster-product/runtime-file.ts';
import { launch } from '../tools/browser.mjs';
import { root } from '../tools/spawn.mjs';

let browser: Awaited<ReturnType<typeof launch>>;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('npm start prints an address at which the playground is live', async () => {
  // A group of its own, so that npm, its shell and Vite end together. BROWSER=none: opens no window here.
  const npm = spawn('npm', ['start'], {
    cwd: root,
    detached: true,
    shell: process.platform === 'win32',
    env: { ...process.env, BROWSER: 'none', NO_COLOR: '1' },
  });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      npm.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /http:\/\/localhost:\d+\//.exec(printed);
        if (found) resolve(found[0]);
      });
      const fail = (why: string) => reject(new Error(`npm start ${why}:\n${printed}`));
      npm.on('exit', () => fail('ended'));
      setTimeout(() => fail('printed no address'), 60_000).unref();
    });
    const page = await browser.newPage({ locale: 'en' });
    page.setDefaultTimeout(60_000);
    const runtime = page.waitForResponse((response) => response.headers()['content-type'] === 'application/wasm');
    await page.goto(`${address}?steps=5`);
    await page.getByText(/ms a step/).waitFor();
    expect(Number((await runtime).headers()['content-length'])).toBe(await runtimeBytes());
    expect(new URL(page.url()).origin).toBe(new URL(address).origin);
  } finally {
    end(npm);
  }
});

it('the built site has the same faster runtime, and no other', async () => {
  const built = readdirSync(join(root, 'dist/assets')).filter((name) => /^ort-wasm-simd-threaded-.*\.wasm$/.test(name));
  expect(built).toHaveLength(1);
  expect(statSync(join(root, 'dist/assets', built[0]!)).size).toBe(await runtimeBytes());
});

async function runtimeBytes(): Promise<number> {
  const { path, asShipped } = await runtimeFile('ort-wasm-simd-threaded.wasm');
  expect(asShipped).toBeNull();
  return statSync(path).size;
}

/** Ends npm with all that it started. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGKILL');
}
