import { describe, expect, it, vi } from 'vitest';
import { ensureChromium, findChromium } from './chromium.mjs';

/** Finds nothing until so many ways were tried. */
function findAfter(tries: number) {
  let asked = 0;
  return () => Promise.resolve(asked++ < tries ? null : '/found/chromium');
}

/** A way to install whose only command ends with this code. */
function way(name: string, code: number, output = '') {
  return [{ name, start: vi.fn(() => Promise.resolve({ code, output, seconds: 0 })) }];
}

describe('a Chromium for the browser tests', () => {
  it('is taken where there is one, and nothing is installed', async () => {
    const ways = vi.fn(() => Promise.resolve([]));
    expect(await ensureChromium({ find: findAfter(0), ways })).toBe('/found/chromium');
    expect(ways).not.toHaveBeenCalled();
  });

  it("comes from the system's packages where Playwright's download is refused", async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const refused = way('playwright', 1, 'Downloading\nError: getaddrinfo ENOTFOUND\n  at x');
    const packages = way('apt-get install', 0);
    const never = way('never', 0);
    const ways = () => Promise.resolve([refused, packages, never]);
    expect(await ensureChromium({ find: findAfter(2), ways })).toBe('/found/chromium');
    expect(never[0]?.start).not.toHaveBeenCalled();
    expect(log.mock.calls.join('\n')).toContain('did not work (exit code 1): Error: getaddrinfo ENOTFOUND');
    log.mockRestore();
  });

  it('is asked for in words when nothing works', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const ways = () => Promise.resolve([way('playwright', 1)]);
    await expect(ensureChromium({ find: () => Promise.resolve(null), ways })).rejects.toThrow(/CHROMIUM_PATH/);
    log.mockRestore();
  });

  it('is not guessed when CHROMIUM_PATH names one that does not start', async () => {
    vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium');
    await expect(findChromium()).rejects.toThrow('/nowhere/chromium');
    vi.unstubAllEnvs();
  });
});
