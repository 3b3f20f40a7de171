import { runTool } from './spawn.mjs';

/** A test runner's own environment would make it a build for development. */
const options = { env: { NODE_ENV: 'production' } };

/** `npm run build`: the site, and then the element beside it. Stops at the first that fails. */
export async function buildSite() {
  const site = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn'], options);
  if (site.code !== 0) return site;
  return runTool('vite/bin/vite.js', ['build', '--config', 'vite.element.config.ts', '--logLevel', 'warn'], options);
}
