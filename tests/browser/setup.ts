import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runTool } from '../tools/spawn.mjs';

/** Builds what the browser tests visit: the site (unless `npm test` has just done so) and the harness. */
export default async function setup(): Promise<void> {
  const builds = [['build', '--config', 'tests/browser/harness/vite.config.ts']];
  if (process.env['SITE_IS_BUILT'] !== '1' || !existsSync(join(root, 'dist/index.html'))) builds.push(['build']);
  const results = await Promise.all(builds.map((args) => runTool('vite/bin/vite.js', [...args, '--logLevel', 'warn'])));
  const failed = results.find(({ code }) => code !== 0);
  if (failed) throw new Error(`the build failed:\n${failed.output}`);
}
