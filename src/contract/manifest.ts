import * as v from 'valibot';
import { familyIds } from './families.ts';
import { Failure } from './failure.ts';
import { options, recipe } from './options.ts';
import { id } from './words.ts';

const text = v.pipe(v.string(), v.nonEmpty());
const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
const licence = v.object({ spdx: text, attribution: text, url: v.optional(v.pipe(v.string(), v.url())) });

/** What a model declares of itself (models/<id>/manifest.json). */
export const manifest = v.object({
  id,
  /** What kind of generator it is; `diffusion` unless told. */
  family: v.optional(v.picklist(familyIds)),
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
  /** The levels the network was trained on; others are refused by name. */
  prediction: v.object({ type: v.literal('x0'), sigmaMin: positive, sigmaMax: positive, sigmaData: positive }),
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
  /** What a visitor sees first: recipe fields, the condition in its URL form. */
  defaultRecipe: v.object({
    condition: v.string(),
    ...v.partial(v.omit(recipe, ['model', 'condition', 'not', 'toCondition'])).entries,
  }),
  /** Real training pictures for the forward process: a horizontal strip. */
  samples: v.optional(v.object({ file: text, count: whole, labels: v.array(text) })),
  /** An index of the training pictures (training-index.ts), which may lie with another model: loaded when asked for. */
  nearest: v.optional(v.object({ file: text, bytes: whole })),
  /** One evaluation whose answer is known: x = sigma * torch.randn(seed), compared at `indices`. */
  selfCheck: v.object({
    seed: options.seed.schema,
    sigma: positive,
    condition: v.string(),
    indices: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
    values: v.array(v.number()),
    tolerance: positive,
  }),
  card: text,
});
export type Manifest = v.InferOutput<typeof manifest>;

/** @throws Failure manifest-invalid, naming the field, its value and what would be accepted. */
export function parseManifest(value: unknown): Manifest {
  const result = v.safeParse(manifest, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Failure('manifest-invalid', {
    field: v.getDotPath(issue) ?? '(whole)',
    value: issue.received,
    accepted: issue.expected ?? issue.message,
  });
}
