import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Whether this machine can open a page in a browser. Where it cannot (a server, a container), Vite would print a stack
 * trace after the address: `spawn xdg-open ENOENT`.
 */
export function canOpenPages({ platform, env }: Pick<NodeJS.Process, 'platform' | 'env'> = process): boolean {
  if (env['BROWSER'] !== undefined) return env['BROWSER'] !== 'none';
  if (platform === 'darwin' || platform === 'win32') return true;
  const hasScreen = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasScreen && (env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'xdg-open')));
}
