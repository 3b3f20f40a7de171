import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../tools/build.mjs';
import { root, runTool } from '../tools/spawn.mjs';

/** Builds what the browser tests visit: the site (unless `npm test` has just done so) and the harness. */
export default async function setup(): Promise<void> {
  const harness = ['build', '--config', 'tests/browser/harness/vite.config.ts', '--logLevel', 'warn'];
  const builds = [runTool('vite/bin/vite.js', harness)];
  if (process.env['SITE_IS_BUILT'] !== '1' || !existsSync(join(root, 'dist/index.html'))) builds.push(buildSite());
  const results = await Promise.all(builds);
  const failed = results.find(({ code }) => code !== 0);
  if (failed) throw new Error(`the build failed:\n${failed.output}`);
}
