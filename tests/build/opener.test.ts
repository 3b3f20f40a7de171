import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canOpenPages } from '../../src/build/opener.ts';

const folder = mkdtempSync(join(tmpdir(), 'opener-'));
const opener = join(folder, 'xdg-open');
writeFileSync(opener, '');
chmodSync(opener, 0o755);
const can = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv) => canOpenPages({ platform, env });

test('a page is opened only where something can open it', () => {
  expect(can('linux', { PATH: folder, DISPLAY: ':0' })).toBe(true);
  expect(can('linux', { PATH: '/nowhere', DISPLAY: ':0' })).toBe(false);
  expect(can('linux', { PATH: folder })).toBe(false);
  expect(can('linux', {})).toBe(false);
  expect(can('darwin', {})).toBe(true);
  expect(can('win32', {})).toBe(true);
});

test('who says none gets none, and who names a browser gets it', () => {
  expect(can('darwin', { BROWSER: 'none' })).toBe(false);
  expect(can('linux', { BROWSER: 'firefox' })).toBe(true);
});
