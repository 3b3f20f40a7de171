import type { Manifest } from '../../../../contract/manifest.ts';
import type { Recipe, WeightedWord } from '../../../../contract/recipe.ts';
import { guidanceIntervalOf } from '../../../../contract/run-options.ts';
import { conditionOf, wordsOf } from '../../../../contract/words.ts';
import { indented } from './script.ts';

/**
 * The lines that load the model and define `denoise(x, sigma)`: x0 from x = x0 + sigma * noise, guided.
 * @throws RangeError when a word is not in the vocabulary.
 */
export function modelLines(recipe: Recipe, manifest: Manifest, modelFile: string): string[] {
  const { guidanceScale, negative, clipping = 'none' } = recipe;
  return [
    `weights = ${isAddress(modelFile) ? `urlopen(${JSON.stringify(modelFile)}).read()` : JSON.stringify(modelFile)}`,
    'session = onnxruntime.InferenceSession(weights, providers=["CPUExecutionProvider"])',
    ...wordLines('condition', wordsOf(recipe), manifest),
    ...(guidanceScale === 1 ? [] : wordLines('negative', negative, manifest)),
    '',
    '',
    'def network(x, sigma, words):',
    ...indented([
      'feeds = {"x": x.numpy(), "sigma": np.array([float(sigma)], np.float32), "condition": words}',
      'return torch.from_numpy(session.run(["denoised"], feeds)[0])',
    ]),
    '',
    '',
    'def denoise(x, sigma):',
    ...indented([
      '"""The clean picture x0 that the model sees in x = x0 + sigma * noise."""',
      ...(guidanceScale === 1 ? [unguided] : guidedBetween(recipe)),
      ...clipped[clipping],
      'return x0',
    ]),
    '',
  ];
}

/** Whether the file is on a server, from where the script then fetches it. */
export function isAddress(modelFile: string): boolean {
  return /^https?:/.test(modelFile);
}

const unguided = 'x0 = network(x, sigma, condition)';

/** Guided everywhere, or within an interval of noise levels, whose ends leave room for rounding. */
function guidedBetween(recipe: Recipe): string[] {
  const { low, high } = guidanceIntervalOf(recipe) ?? { low: 0, high: Infinity };
  if (low === 0 && high === Infinity) return guided(recipe);
  const ends = high === Infinity ? `>= ${low}` : `<= ${high}`;
  const within =
    low > 0 && high < Infinity ? `${low} <= round(float(sigma), 5) <= ${high}` : `round(float(sigma), 5) ${ends}`;
  return [`if ${within}:  # arXiv 2404.07724`, ...indented(guided(recipe)), 'else:', ...indented([unguided])];
}

function guided({ guidanceScale: scale, guidanceRescale: rescale = 0 }: Recipe): string[] {
  return [
    'away, toward = network(x, sigma, negative), network(x, sigma, condition)',
    `x0 = away + ${scale} * (toward - away)  # arXiv 2207.12598`,
    ...(rescale === 0
      ? []
      : [`x0 = x0 * (${rescale} * toward.std() / x0.std() + 1 - ${rescale})  # arXiv 2305.08891, sec. 3.4`]),
  ];
}

const clipped: Record<NonNullable<Recipe['clipping']>, readonly string[]> = {
  none: [],
  clip: ['x0 = x0.clamp(-1, 1)'],
  dynamic: [
    'limit = x0.abs().flatten().quantile(0.995).clamp(1, 10)  # arXiv 2205.11487, sec. 2.3',
    'x0 = x0.clamp(-limit, limit) / limit',
  ],
};

function wordLines(name: string, words: readonly WeightedWord[], { vocabulary }: Manifest): string[] {
  // Refuses words that the model does not know.
  conditionOf(words, vocabulary);
  return [
    `${name} = np.zeros((1, ${vocabulary.length}), np.float32)`,
    ...words.map(
      ({ id, weight }) => `${name}[0, ${vocabulary.findIndex((word) => word.id === id)}] = ${weight}  # ${id}`,
    ),
  ];
}
