import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serve, type Site } from './site.mjs';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
const weights = new Uint8Array(100_000).map((_, index) => index % 251);
let site: Site;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'weights.wasm'), weights);
  site = await serve(folder);
});
beforeEach(() => site.breakWith());
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true });
});

const bytes = async () => new Uint8Array(await (await fetch(site.url('assets/weights.wasm'))).arrayBuffer());

describe('the site that the browser tests visit', () => {
  it('serves files with their types under a sub-path, and nothing else', async () => {
    const page = await fetch(site.url());
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const asset = await fetch(site.url('assets/weights.wasm'));
    expect([asset.headers.get('content-type'), asset.headers.get('content-length')]).toEqual([
      'application/wasm',
      '100000',
    ]);
    expect((await fetch(site.url('../index.html'))).status).toBe(404);
    expect((await fetch(site.url('%2e%2e%2f%2e%2e/etc/passwd'))).status).toBe(404);
    expect(await bytes()).toEqual(weights);
  });

  it('cuts the line', async () => {
    site.breakWith(() => ({ cutAfter: 30_000 }));
    await expect(bytes()).rejects.toThrow();
    expect(site.answers.at(-1)).toMatchObject({ status: 200, bytes: 30_000 });
  });

  it('goes on from where a download was broken', async () => {
    const rest = await fetch(site.url('assets/weights.wasm'), { headers: { range: 'bytes=99000-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([206, 'bytes 99000-99999/100000']);
    expect(new Uint8Array(await rest.arrayBuffer())).toEqual(weights.slice(99_000));
  });

  it('spoils one byte', async () => {
    site.breakWith(() => ({ spoil: true }));
    expect((await bytes()).reduce((wrong, value, index) => wrong + Number(value !== weights[index]), 0)).toBe(1);
  });

  it('is slow', async () => {
    site.breakWith(() => ({ bytesPerSecond: 400_000 }));
    const started = performance.now();
    await bytes();
    expect(performance.now() - started).toBeGreaterThan(150);
  });

  it('goes away and comes back at the same address', async () => {
    const address = site.url();
    await site.stop();
    await expect(fetch(address)).rejects.toThrow();
    await site.start();
    expect((await fetch(address)).status).toBe(200);
  });
});
