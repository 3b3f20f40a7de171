// `npm run bench`: how fast the site is, in headless Chromium, beside the bars it is held to.
// Prints a table and writes tests/output/bench.json. `--quick` repeats less.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { serve } from '../tools/site.mjs';
import { root, runTool } from '../tools/spawn.mjs';
import { arithmetic } from './arithmetic.mjs';
import { playing } from './playing.mjs';
import { arithmeticRows, playingRows, sizeRows, stepRows, visitRows } from './rows.mjs';
import { sizes } from './sizes.mjs';
import { steps } from './steps.mjs';
import { table, verdict } from './table.mjs';
import { visits } from './visits.mjs';

const quick = process.argv.includes('--quick');
const model = 'models/digits';
const manifest = JSON.parse(readFileSync(join(root, model, 'manifest.json'), 'utf8'));

for (const args of [['build'], ['build', '--config', 'tests/browser/harness/vite.config.ts']]) {
  const { code, output } = await runTool('vite/bin/vite.js', [...args, '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`the build failed:\n${output}`);
}
/** What else ran when the measuring began: beyond the number of cores, times are those of a busy machine. */
const load = loadavg()[0] ?? 0;
const dist = join(root, 'dist');
const [site, repository] = await Promise.all([serve(dist), serve(root)]);

console.log('Steps, in the browser and natively in turn ...');
const harness = {
  harness: repository.url('tests/browser/harness/index.html'),
  module: repository.url('tests/output/harness/harness.js'),
  manifest,
};
const timed = await steps({
  ...harness,
  manifestUrl: repository.url(`${model}/manifest.json`),
  file: join(root, model, manifest.file),
  rounds: quick ? 5 : 25,
});
const reckoned = await arithmetic({ ...harness, rounds: quick ? 5 : 15 });
console.log('First and second visits ...');
const visited = await visits(site.url(), quick ? 2 : 7);
console.log('Playing ...');
const played = await playing(site.url());
const sized = sizes(dist, visited.first[0]?.scripts ?? []);
await Promise.all([site.stop(), repository.stop()]);

const rows = [
  ...stepRows(timed),
  ...arithmeticRows(reckoned, timed),
  ...visitRows(visited),
  ...playingRows(played),
  ...sizeRows(sized),
];
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load, node: process.version };
mkdirSync(join(root, 'tests/output'), { recursive: true });
writeFileSync(
  join(root, 'tests/output/bench.json'),
  JSON.stringify(
    {
      date: new Date().toISOString(),
      machine,
      model: manifest.id,
      version: manifest.version,
      rows,
      timed,
      reckoned,
      visited,
      played,
      sized,
    },
    null,
    2,
  ),
);
console.log(
  `\n${machine.cpu}, ${machine.cores} cores, load ${load.toFixed(1)}; model ${manifest.id} ${manifest.version}\n`,
);
console.log(table(rows));
const missed = rows.filter((row) => verdict(row) === false);
console.log(missed.length === 0 ? '\nevery bar met' : `\n${missed.length} bars missed`);
