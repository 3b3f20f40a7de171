import * as v from 'valibot';
import { Failure } from './failure.ts';
import { options } from './options.ts';
import { id } from './words.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const distance = v.pipe(v.number(), v.finite(), v.minValue(0));

/** How near training pictures come to pictures that were kept back from training. */
const yardstick = {
  /** Kept-back pictures that were measured; `same` more look exactly like a training picture and were left out. */
  heldOut: whole,
  same: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Quantiles of their distance to the nearest training picture, evenly from the least to the largest. */
  distances: v.pipe(v.array(distance), v.minLength(2)),
};

/** What both kinds of index say. Distances are Euclidean over a picture's values on [-1, 1]. */
const common = {
  /** Pictures in the training set. */
  count: whole,
  /** Of pictures of every kind; left out where none could be kept back that training does not hold in another form. */
  yardstick: v.optional(v.object(yardstick)),
  /** Of pictures with a word of the vocabulary that says of what kind they are. */
  yardsticks: v.optional(v.array(v.object({ word: id, ...yardstick })), []),
};

const headers = {
  /** The pictures themselves are in the file. Labels: ids of words with spaces between; one a picture, or a few to refer to. */
  pictures: v.object({ kind: v.literal('pictures'), ...common, labels: v.array(v.pipe(v.string(), v.nonEmpty())) }),
  /** The file finds candidates by their principal components; the model's folder knows how to draw them again. */
  redrawn: v.object({
    kind: v.literal('redrawn'),
    ...common,
    /** Whose models/data/<set>/redraw.mjs draws them. */
    model: id,
    seed: options.seed.schema,
    /** How many are drawn again and compared exactly; `found`: how often the nearest is among them. */
    candidates: whole,
    found: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    /** What one unit of a component is worth. */
    step: v.pipe(v.number(), v.gtValue(0)),
    /** Of each component's row of 8-bit weights. */
    scales: v.pipe(v.array(v.number()), v.minLength(1)),
    /** What was taken from each component. */
    offsets: v.array(v.number()),
  }),
};

/** The header of an index of training pictures (models/<id>/nearest.bin). */
export type IndexHeader = v.InferOutput<(typeof headers)[keyof typeof headers]>;
export type Yardstick = NonNullable<IndexHeader['yardstick']>;

/** @throws Failure manifest-invalid, naming the field, its value and what would be accepted. */
export function parseIndexHeader(value: unknown): IndexHeader {
  const kind = v.is(v.object({ kind: v.literal('pictures') }), value) ? 'pictures' : 'redrawn';
  const result = v.safeParse(headers[kind], value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new Failure('manifest-invalid', {
    field: `nearest.${v.getDotPath(issue) ?? '(whole)'}`,
    value: issue.received,
    accepted: issue.expected ?? issue.message,
  });
}
