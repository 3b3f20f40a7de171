// `npm run bench`: how fast the site is, in headless Chromium, beside the bars it is held to.
// Prints a table and writes tests/output/bench.json. `--quick` repeats less.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { serve } from '../tools/site.mjs';
import { root, runTool } from '../tools/spawn.mjs';
import { arithmetic } from './arithmetic.mjs';
import { models } from './models.mjs';
import { playing } from './playing.mjs';
import { arithmeticRows, playingRows, sizeRows, stepRows, visitRows } from './rows.mjs';
import { sizes } from './sizes.mjs';
import { steps } from './steps.mjs';
import { table, verdict } from './table.mjs';
import { firstScripts, visits } from './visits.mjs';

const quick = process.argv.includes('--quick');
for (const args of [['build'], ['build', '--config', 'tests/browser/harness/vite.config.ts']]) {
  const { code, output } = await runTool('vite/bin/vite.js', [...args, '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`the build failed:\n${output}`);
}
/** What else ran when the measuring began: beyond the number of cores, times are those of a busy machine. */
const load = loadavg()[0] ?? 0;
const dist = join(root, 'dist');
const [site, repository] = await Promise.all([serve(dist), serve(root)]);

const harness = {
  harness: repository.url('tests/browser/harness/index.html'),
  module: repository.url('tests/output/harness/harness.js'),
};
/** @type {import('./table.mjs').Row[]} */
const rows = [];
/** @type {Record<string, unknown>} */
const measured = {};
/** @type {Awaited<ReturnType<typeof steps>>} */
let digits = [];
for (const { path, manifest, recipe, bars } of models()) {
  const { id, version } = manifest;
  console.log(`${id} ${version}: runs, in the browser and natively in turn ...`);
  const timed = await steps({
    ...harness,
    manifest,
    recipe,
    manifestUrl: repository.url(`${path}/manifest.json`),
    file: join(root, path, manifest.file),
    rounds: quick ? 5 : 25,
  });
  console.log(`${id}: first and second visits ...`);
  const visited = await visits(site.url(`?model=${id}`), quick ? 2 : 7);
  rows.push(...stepRows(id, timed, bars), ...visitRows(id, visited, bars));
  measured[id] = { version, recipe, timed, visited };
  if (id === 'digits') digits = timed;
}
console.log('The engine itself ...');
const reckoned = await arithmetic({ ...harness, shape: [1, 28, 28], rounds: quick ? 5 : 15 });
console.log('Playing ...');
const played = await playing(site.url());
const sized = sizes(dist, await firstScripts(site.url()));
await Promise.all([site.stop(), repository.stop()]);
rows.push(...arithmeticRows(reckoned, digits), ...playingRows(played), ...sizeRows(sized));

const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load, node: process.version };
mkdirSync(join(root, 'tests/output'), { recursive: true });
writeFileSync(
  join(root, 'tests/output/bench.json'),
  JSON.stringify(
    {
      date: new Date().toISOString(),
      machine,
      rows,
      measured,
      reckoned,
      played,
      sized,
    },
    null,
    2,
  ),
);
console.log(`\n${machine.cpu}, ${machine.cores} cores, load ${load.toFixed(1)}\n`);
console.log(table(rows));
const missed = rows.filter((row) => verdict(row) === false);
console.log(missed.length === 0 ? '\nevery bar met' : `\n${missed.length} bars missed`);
