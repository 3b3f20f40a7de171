import { levelsOf } from '../../../../engine/diffusion/levels.ts';
import { LevelRangeError } from '../../../../engine/diffusion/predictions.ts';
import { samplers } from '../../../../engine/diffusion/samplers/index.ts';
import { completeOptions } from '../../../../engine/diffusion/samplers/options.ts';
import type { Manifest } from '../../../../contract/manifest.ts';
import { formatQuery } from '../../../../contract/query.ts';
import type { Recipe } from '../../../../contract/recipe.ts';
import { forms } from './forms.ts';
import { isAddress, modelLines } from './model.ts';
import { levelOptionsOf } from '../../../../contract/run-options.ts';
import { indented, type Form } from './script.ts';

/** The diffusers that the scripts are run with in tests/python. */
export const checkedWith = 'diffusers 0.42.1';

/**
 * A recipe as a short Python script that draws the same picture: torch's generator on the CPU, diffusers' scheduler where
 * it has sampler and levels, else the step in a few lines of torch. It leaves picture.npy (float32, as the model says it)
 * and picture.png.
 * @param modelFile where the script finds the ONNX file: a path, or an address that it fetches.
 * @throws RangeError where there is no Python form yet; and for what the engine would refuse too, naming the field.
 */
export function pythonOf(recipe: Recipe, manifest: Manifest, modelFile: string): string {
  const form = forms[recipe.sampler];
  if (!form) throw new RangeError(`no Python form yet for the sampler ${recipe.sampler}`);
  check(recipe, manifest);
  const parts = form(recipe, completeOptions(recipe, samplers[recipe.sampler].defaults));
  return `${[
    ...header(recipe, manifest),
    '',
    ...imports(parts, modelFile),
    '',
    ...modelLines(recipe, manifest, modelFile),
    '',
    ...parts.setup,
    '',
    ...loop(recipe, manifest, parts),
    '',
    ...saving(recipe, manifest),
  ].join('\n')}\n`;
}

/** What the engine refuses has no picture that a script could repeat. */
function check(recipe: Recipe, { prediction: { sigmaMin, sigmaMax } }: Manifest): void {
  const points = levelsOf(levelOptionsOf(recipe));
  for (const { level } of points.slice(0, -1)) {
    const ratio = level.sigma / level.alpha;
    // As much room for rounding as a run leaves.
    const fits = ratio >= sigmaMin * (1 - 1e-6) && ratio <= sigmaMax * (1 + 1e-6);
    if (!fits) throw new LevelRangeError(ratio, `${sigmaMin} to ${sigmaMax}`);
  }
}

function header(recipe: Recipe, { id, version }: Manifest): string[] {
  return [
    '"""A run of the diffusion playground. What it draws is made by a generative model.',
    '',
    `Recipe: ${formatQuery(recipe)}`,
    `Model: ${id} ${version}`,
    `Needs: pip install torch diffusers onnxruntime${recipe.sigmas === 'beta' ? ' scipy' : ''} (checked with ${checkedWith})`,
    '"""',
  ];
}

function imports({ schedulers, setup, scale, body }: Form, modelFile: string): string[] {
  const names = [...new Set(schedulers)].sort();
  const uses = (library: string) => [...setup, scale ?? '', ...body].some((line) => line.includes(`${library}.`));
  const standard = [
    ...(uses('math') ? ['import math'] : []),
    ...(isAddress(modelFile) ? ['from urllib.request import urlopen'] : []),
  ];
  return [
    ...standard,
    ...(standard.length === 0 ? [] : ['']),
    'import numpy as np',
    'import onnxruntime',
    ...(uses('scipy') ? ['import scipy.stats'] : []),
    'import torch',
    ...(names.length === 0 ? [] : [`from diffusers import ${names.join(', ')}`]),
    'from PIL import Image, PngImagePlugin',
  ];
}

function loop(recipe: Recipe, { shape }: Manifest, { scale, loop: head, body }: Form): string[] {
  const randn = (generator: string) => `torch.randn((1, ${shape.join(', ')}), generator=${generator})`;
  const scaled = scale === null ? '' : ` * ${scale}`;
  const morphed = morphLines(recipe, randn);
  return [
    `generator = torch.Generator().manual_seed(${recipe.seed})`,
    `x = ${randn('generator')}${morphed.length === 0 ? scaled : ''}`,
    ...morphed,
    ...(morphed.length > 0 && scale !== null ? [`x = x${scaled}`] : []),
    head,
    ...indented(body),
  ];
}

/** The first noise on the arc toward another seed's; nothing where the run is not between two seeds. */
function morphLines({ seed, toSeed = seed, mix = 0 }: Recipe, randn: (generator: string) => string): string[] {
  if (mix === 0 || toSeed === seed) return [];
  return [
    `to = ${randn(`torch.Generator().manual_seed(${toSeed})`)}`,
    'theta = torch.acos((x * to).sum() / (x.norm() * to.norm()))',
    `x = (torch.sin(${1 - mix} * theta) * x + torch.sin(${mix} * theta) * to) / torch.sin(theta)  # arXiv 2010.02502, sec. 5.3`,
  ];
}

function saving(recipe: Recipe, { id, version, valueRange: [low, high] }: Manifest): string[] {
  return [
    `np.save("picture.npy", x.numpy())  # ${low} to ${high}`,
    `pixels = ((x[0] - ${low}) * ${255 / (high - low)}).round().clamp(0, 255).byte()`.replace('- -', '+ '),
    'note = PngImagePlugin.PngInfo()',
    `note.add_text("Comment", "made by a generative model: ${id} ${version}, ${formatQuery(recipe)}")`,
    'Image.fromarray(pixels.permute(1, 2, 0).squeeze(-1).numpy()).save("picture.png", pnginfo=note)',
  ];
}
