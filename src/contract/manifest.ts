import * as v from 'valibot';
import { Failure } from './failure.ts';
import { options, pathInFile, recipe, withRecipeNames } from './options.ts';
import { id } from './words.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const licence = v.object({ spdx: text, attribution: text, url: v.optional(v.pipe(v.string(), v.url())) });

/** What every model declares of itself (models/<id>/manifest.json). */
const common = {
  id,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  name: text,
  file: text,
  /** Size of the file, so that a download can show its progress where a server does not say. */
  bytes: whole,
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  multiplyAdds: whole,
  parameters: whole,
  /** The weights and the data they were trained on are two things. */
  licence: v.object({ weights: licence, data: licence }),
  /** One picture: [c, h, w]. */
  shape: v.tuple([whole, whole, whole]),
  valueRange: v.tuple([v.number(), v.number()]),
  vocabulary: v.array(
    v.object({
      id,
      /** Ways to type it; the first is its name. */
      words: v.array(text),
      kind: text,
      /** Of a style: the other words that its pictures can show. */
      shows: v.optional(v.array(id)),
    }),
  ),
  /** What its pictures are of: words that go together, a list a subject. Where it is left out, kinds say what goes together. */
  subjects: v.optional(v.array(v.pipe(v.array(id), v.minLength(1)))),
  /** Prompts to start from, as one would type them. */
  examples: v.optional(v.array(text)),
  /** What a visitor sees first: fields of a recipe by the names of links, the condition in its form there. */
  defaultRecipe: v.pipe(
    v.looseObject({ condition: v.string() }),
    v.transform(withRecipeNames),
    v.object({
      condition: v.string(),
      ...v.partial(v.omit(recipe, ['model', 'condition', 'negative', 'toCondition'])).entries,
    }),
  ),
  /** Real training pictures for the forward process: a horizontal strip. */
  samples: v.optional(v.object({ file: text, count: whole, labels: v.array(text) })),
  /** An index of the training pictures (training-index.ts), which may lie with another model: loaded when asked for. */
  nearest: v.optional(v.object({ file: text, bytes: whole })),
  card: text,
};

/** One evaluation whose answer is known, compared at `indices`. The noise is torch.randn(seed). */
const selfCheck = {
  seed: options.seed.schema,
  condition: v.string(),
  indices: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
  values: v.array(v.number()),
  tolerance: positive,
};

/** A denoiser: (x, sigma, condition) -> denoised. */
export const manifest = v.object({
  ...common,
  family: v.optional(v.literal('diffusion'), 'diffusion'),
  /** The levels the network was trained on; others are refused by name. */
  prediction: v.object({ type: v.literal('x0'), sigmaMin: positive, sigmaMax: positive, sigmaData: positive }),
  /** x = sigma * noise. */
  selfCheck: v.object({ ...selfCheck, sigma: positive }),
});
export type Manifest = v.InferOutput<typeof manifest>;

/** A generator: (z, condition) -> x, in one evaluation. */
const ganManifest = v.object({
  ...common,
  family: v.literal('gan'),
  /** Numbers that z holds. */
  latent: whole,
  /** z = noise. */
  selfCheck: v.object(selfCheck),
});
export type GanManifest = v.InferOutput<typeof ganManifest>;

/** A second network: (x) -> sharp, a picture of one of `models` at `scale` times its size. */
const enlargerManifest = v.object({
  ...v.omit(v.object(common), ['vocabulary', 'defaultRecipe']).entries,
  family: v.literal('enlarger'),
  scale: v.pipe(whole, v.minValue(2), v.maxValue(8)),
  /** Whose pictures it was made for. */
  models: v.array(id),
  /** x = noise / 2. */
  selfCheck: v.object(v.omit(v.object(selfCheck), ['condition']).entries),
});
export type EnlargerManifest = v.InferOutput<typeof enlargerManifest>;

export type AnyManifest = Manifest | GanManifest | EnlargerManifest;

/** Of a model that makes pictures from a recipe. */
export type RecipeManifest = Manifest | GanManifest;

/** The families whose models make pictures from a recipe. */
export type RecipeFamily = RecipeManifest['family'];

/** A line a family; one that is not named is diffusion, so that manifests from before there was another keep their meaning. */
const recipeManifest = v.variant('family', [manifest, ganManifest]);

/** A model that makes pictures from a recipe, of the family that it names. @throws Failure manifest-invalid, as parseManifest does. */
export const parseRecipeManifest = (value: unknown): RecipeManifest => parsed(recipeManifest, value);

/** A model of the family diffusion. @throws Failure manifest-invalid, naming the field, its value and what would be accepted. */
export const parseManifest = (value: unknown): Manifest => parsed(manifest, value);

/** A model of the family gan. @throws Failure manifest-invalid, as parseManifest does. */
export const parseGanManifest = (value: unknown): GanManifest => parsed(ganManifest, value);

/** A network that enlarges. @throws Failure manifest-invalid, as parseManifest does. */
export const parseEnlargerManifest = (value: unknown): EnlargerManifest => parsed(enlargerManifest, value);

function parsed<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Failure('manifest-invalid', {
    field: pathInFile(v.getDotPath(issue) ?? '(whole)'),
    value: issue.received,
    accepted: issue.expected ?? issue.message,
  });
}
