// `node tests/python/run.mjs [words]`: writes "Copy as Python" of many recipes (those that hold all the words), runs every
// script, and compares its picture with the engine's own of the same recipe and the same ONNX file. Also that numpy reads
// what is exported of a whole run. Needs Python with tests/python/requirements.txt; PYTHON names another than python3.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEngine } from './engine.mjs';
import { readNpy } from './npy.mjs';
import { queries } from './recipes.mjs';

/** The largest difference that counts as the same picture, of values from -1 to 1. */
const tolerance = 2e-3;

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
const words = process.argv.slice(2);
const wanted = queries.filter((query) => words.every((word) => query.includes(word)));
const { model, modelFile, pythonOf, npzOf, recipeOf, framesOf, largestDifference } =
  await createEngine('models/digits');
const folder = mkdtempSync(join(tmpdir(), 'playground-python-'));
const runs = wanted.map((query, i) => ({ query, recipe: recipeOf(query), folder: join(folder, String(i)) }));

for (const run of runs) {
  mkdirSync(run.folder);
  writeFileSync(join(run.folder, 'run.py'), pythonOf(run.recipe, model, resolve(modelFile)));
}
const trajectory = await framesOf(recipeOf('steps=5'));
writeFileSync(join(folder, 'run.npz'), npzOf(trajectory, recipeOf('steps=5'), model));

const python = process.env.PYTHON ?? 'python3';
const { status } = spawnSync(python, ['tests/python/run_scripts.py', folder], { stdio: 'inherit' });
if (status === null) console.log(`${python} could not be started`);

let failed = status === 0 ? 0 : 1;
for (const { query, recipe, folder: own } of runs) {
  const verdict = await judged(recipe, own);
  if (!verdict.passed) failed++;
  console.log(`${verdict.passed ? 'ok  ' : 'FAIL'} ${verdict.text.padEnd(10)} ${query || '(the default)'}`);
}
if (process.env.KEEP) console.log(`kept in ${folder}`);
else rmSync(folder, { recursive: true });
console.log(`${runs.length + 1 - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** @param {import('../../src/contract/recipe.ts').Recipe} recipe @param {string} own */
async function judged(recipe, own) {
  const [picture] = (await framesOf(recipe)).slice(-1);
  let values;
  try {
    values = readNpy(readFileSync(join(own, 'picture.npy')));
  } catch {
    return { passed: false, text: 'no picture' };
  }
  const largest = largestDifference(values, picture?.x.data);
  return { passed: largest <= tolerance, text: largest.toExponential(1) };
}
