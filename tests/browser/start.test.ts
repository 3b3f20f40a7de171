import { spawn, type ChildProcess } from 'node:child_process';
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
      const fail = (why: string) => reject(new Error(`npm start ${why}:\n${printed}`));
      npm.on('exit', () => fail('ended'));
      setTimeout(() => fail('printed no address'), 60_000).unref();
    });
    const page = await browser.newPage({ locale: 'en' });
    page.setDefaultTimeout(60_000);
    await page.goto(`${address}?steps=5`);
    await page.getByText(/ms a step/).waitFor();
    expect(new URL(page.url()).origin).toBe(new URL(address).origin);
  } finally {
    end(npm);
  }
});

/** Ends npm with all that it started. */
function end({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f']);
  else process.kill(-pid, 'SIGKILL');
}
