import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
      npm.on('exit', () => reject(new Error(`npm start ended:\n${printed}`)));
    });
    const page = await browser.newPage({ locale: 'en' });
    await page.goto(`${address}?steps=5`);
    await page.getByText(/ms a step/).waitFor({ timeout: 90_000 });
    expect(new URL(page.url()).origin).toBe(new URL(address).origin);
  } finally {
    if (npm.pid !== undefined) process.kill(-npm.pid, 'SIGTERM');
  }
}, 150_000);
