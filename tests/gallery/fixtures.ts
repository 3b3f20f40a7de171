import { fitted } from '../../src/contract/families/index.ts';
import digits from '../../models/digits/manifest.json';
import portraits from '../../models/portraits-small/manifest.json';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { parseManifest, type Manifest } from '../../src/contract/manifest.ts';
import type { Recipe } from '../../src/contract/recipe.ts';
import { runOptionsOf } from '../../src/contract/run-options.ts';
import type { Denoiser } from '../../src/engine/diffusion/denoiser.ts';
import { run } from '../../src/engine/diffusion/run.ts';
import { tensor, type Tensor } from '../../src/engine/tensor.ts';
import type { CatalogueEntry } from '../../src/session/catalogue.ts';
import type { Session } from '../../src/session/session.svelte.ts';
import { sessionRunning } from '../session/fakes.ts';

const entryWith = (manifest: Manifest): CatalogueEntry => ({
  manifest,
  url: '',
  samplesUrl: null,
  recordingUrl: null,
  nearestUrl: null,
  goldenRunsUrl: null,
});

/** A model that knows digits and one that knows words. Neither has a network: the pictures are rings. */
export const models = {
  digits: entryWith(parseManifest(digits)),
  words: entryWith(parseManifest(portraits)),
};

/** What a model starts with, in few steps. */
export function recipeFor({ manifest }: CatalogueEntry, change: Partial<Recipe> = {}): Recipe {
  return fitted({ ...defaultRecipe(manifest), numSteps: 8, ...change });
}

/** A ring, bright on dark; in colour where there are three channels. @param radius in shares of the picture's side */
export function ring([channels, height, width]: Manifest['shape'], radius = 0.3): Tensor {
  const x = tensor([1, channels, height, width]);
  for (let c = 0; c < channels; c++)
    for (let i = 0; i < height * width; i++) {
      const [u, v] = [(i % width) / width - 0.5, Math.floor(i / width) / height - 0.5];
      const distance = Math.abs(Math.hypot(u, v) - radius - 0.02 * c);
      x.data[c * height * width + i] = distance < 0.08 ? 0.9 - 0.4 * c : -0.9 + 0.3 * c;
    }
  return x;
}

/** Answers with a ring, as surely as the noise is small. */
const denoiserOf =
  ({ shape }: Manifest): Denoiser =>
  (x, { alpha, sigma }, condition) => {
    const picture = ring(shape, condition.every((weight) => weight === 0) ? 0.2 : 0.3);
    const trust = alpha ** 2 / (alpha ** 2 + sigma ** 2);
    const data = picture.data.map((value, i) => trust * value + (1 - trust) * Math.tanh(x.data[i] ?? 0) * 0.3);
    return Promise.resolve({ x0: { shape: picture.shape, data } });
  };

/** A session that makes real runs of rings. @param most frames that arrive; then nothing more does */
export function sessionOfRings(most = Infinity): Session {
  return sessionRunning(async (recipe, { onFrame }) => {
    const { manifest } = recipe.model === models.digits.manifest.id ? models.digits : models.words;
    for await (const frame of run(runOptionsOf(recipe, manifest), denoiserOf(manifest))) {
      if (frame.index > most) await new Promise(() => {});
      onFrame({ ...frame, ms: 4, networkMs: 3 });
    }
  });
}
