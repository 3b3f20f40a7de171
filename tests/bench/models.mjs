import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../tools/spawn.mjs';

/**
 * What a model's run is held to; what is not named has no bar. Milliseconds, and shares in percent.
 * @typedef {{ evaluation?: number, run?: number, ratio?: number, outside?: number, stepsPerSecond?: number,
 *   firstVisit?: number, secondVisit?: number }} Bars
 */

/** @type {Record<string, Bars>} */
const bars = {
  digits: { ratio: 4.5, outside: 10, stepsPerSecond: 150, firstVisit: 2500, secondVisit: 1500 },
  portraits: { evaluation: 25, run: 1200, firstVisit: 4000 },
  emoji: { evaluation: 25, run: 1200, firstVisit: 4000 },
  'portraits-small': { evaluation: 25, run: 1200, firstVisit: 4000 },
};

/** 50 DDIM steps, guidance off: one evaluation of the network a step. */
const plain = {
  numSteps: 50,
  sampler: 'ddim',
  eta: 0,
  sigmas: 'betas',
  betas: 'linear',
  spacing: 'leading',
  guidanceScale: 1,
};

/** What is timed of a model: the digits' bars are of plain steps, the others' of the run that the page opens with. */
function recipeOf(/** @type {any} */ { id, defaultRecipe, vocabulary }) {
  if (id === 'digits') {
    return { ...plain, model: id, condition: [{ id: vocabulary[0].id, weight: 1 }], negative: [], seed: 42 };
  }
  const condition = defaultRecipe.condition.split(',').map((/** @type {string} */ pair) => {
    const [word, weight] = pair.split(':');
    return { id: word, weight: Number(weight) };
  });
  // A manifest, like a link, has shorter names for two of the fields.
  const { steps: numSteps, guidance: guidanceScale, ...own } = defaultRecipe;
  const named = { ...own, numSteps, guidanceScale, condition };
  return { eta: 0, betas: 'linear', spacing: 'leading', model: id, negative: [], ...named };
}

/** The diffusion models that ship, each with what is timed of it. */
export function models() {
  return (
    readdirSync(join(root, 'models'))
      .map((folder) => `models/${folder}`)
      .filter((path) => existsSync(join(root, path, 'manifest.json')))
      .map((path) => ({ path, manifest: JSON.parse(readFileSync(join(root, path, 'manifest.json'), 'utf8')) }))
      // What is timed are steps. One evaluation of another family has none.
      .filter(({ manifest: { family = 'diffusion' } }) => family === 'diffusion')
      .map(({ path, manifest }) => ({ path, manifest, recipe: recipeOf(manifest), bars: bars[manifest.id] ?? {} }))
  );
}
