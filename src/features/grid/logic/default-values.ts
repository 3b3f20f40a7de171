import { options } from '../../../contract/options.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { formatWords } from '../../../contract/words.ts';
import type { AxisName } from './axes.ts';

/** Values worth seeing side by side, of axes whose values do not depend on the recipe. */
const telling: Partial<Record<AxisName, readonly string[]>> = {
  numSteps: ['5', '10', '20', '40'],
  sampler: ['ddim', 'heun', 'dpmpp_2m', 'euler_ancestral'],
  guidanceScale: ['0', '1', '2', '4'],
  sigmas: ['log_snr', 'karras', 'beta', 'flow'],
  eta: ['0', '0.3', '0.7', '1'],
  sChurn: ['0', '10', '20', '40'],
  noiseTemperature: ['0.8', '0.9', '1', '1.1'],
  guidanceRescale: ['0', '0.3', '0.7', '1'],
  flowShift: ['0.5', '1', '2', '4'],
};

/** What an axis begins with: as a link writes it. */
export function defaultValues(name: AxisName, recipe: Recipe, manifest: Manifest): readonly string[] {
  if (name === 'seed') return [0, 1, 2, 3].map((more) => String((recipe.seed + more) >>> 0));
  if (name === 'style') return ofKind('style', manifest).slice(0, 4);
  if (name === 'words') return wordsToTry(recipe, manifest);
  const option = options[name];
  return telling[name] ?? ('choices' in option ? option.choices.map(String) : []);
}

/** Digits one after another; else what is asked for now, and a word of each of some other kinds. */
function wordsToTry(recipe: Recipe, manifest: Manifest): readonly string[] {
  const kinds = [...new Set(manifest.vocabulary.map(({ kind }) => kind))].filter((kind) => kind !== 'style');
  if (kinds.length === 1) return ofKind(kinds[0] ?? '', manifest).slice(0, 4);
  const asked = recipe.condition.filter(({ id }) => !ofKind('style', manifest).includes(id));
  const now = formatWords(asked).replaceAll(':1,', ',').replace(/:1$/, '').replaceAll(',', '+');
  const others = kinds.flatMap((kind) => ofKind(kind, manifest)[0] ?? []).filter((id) => id !== now);
  return [...(now === '' ? [] : [now]), ...others].slice(0, 4);
}

const ofKind = (kind: string, { vocabulary }: Manifest): readonly string[] =>
  vocabulary.filter((word) => word.kind === kind).map(({ id }) => id);
