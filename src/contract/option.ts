import * as v from 'valibot';

/** All that a page, a link and a file must know of one field of a recipe. */
export interface Option<Schema extends v.GenericSchema> {
  readonly schema: Schema;
  /** Reads it from a query. What cannot be read comes out as something that the schema refuses. */
  parse(text: string): unknown;
  format(value: NonNullable<v.InferOutput<Schema>>): string;
  /** What would be accepted, in symbols that need no translation. */
  readonly accepted: string;
}

/** Of a number: its ends, both accepted. */
interface Bounded {
  readonly min: number;
  readonly max: number;
}

/** Of a choice: what there is. */
interface Chosen<Choice> {
  readonly choices: readonly Choice[];
}

const boundedSchema = (min: number, max: number) => v.pipe(v.number(), v.finite(), v.minValue(min), v.maxValue(max));

// An empty text is no number, though JavaScript takes it for 0.
const toNumber = (text: string) => (text.trim() === '' ? NaN : Number(text));

/** A number from min to max. */
export function number(min: number, max: number) {
  const schema = boundedSchema(min, max);
  return { schema, parse: toNumber, format: String, accepted: `${min} … ${max}`, min, max } as const satisfies Option<
    typeof schema
  > &
    Bounded;
}

/** A whole number from min to max. */
export function whole(min: number, max: number) {
  return { ...number(min, max), schema: v.pipe(boundedSchema(min, max), v.integer()) };
}

/** One of some names. */
export function choice<const Choices extends readonly [string, ...string[]] | readonly string[]>(choices: Choices) {
  const schema = v.picklist(choices);
  return { schema, parse: String, format: String, accepted: choices.join(', '), choices } as const satisfies Option<
    typeof schema
  > &
    Chosen<Choices[number]>;
}

/** One of some numbers. */
export function oneOf<const Choices extends readonly number[]>(choices: Choices) {
  const schema = v.picklist(choices);
  return { schema, parse: toNumber, format: String, accepted: choices.join(', '), choices } as const satisfies Option<
    typeof schema
  > &
    Chosen<Choices[number]>;
}

/** Yes or no. */
export function flag() {
  const schema = v.boolean();
  const parse = (text: string) => (text === 'true' ? true : text === 'false' ? false : text);
  return { schema, parse, format: String, accepted: 'true, false' } as const satisfies Option<typeof schema>;
}

/** An option that links, files and messages call otherwise than the engine does: by the shorter name it had first. */
export function inLinks<const Name extends string, Own extends object>(linkName: Name, option: Own) {
  return { ...option, linkName };
}

/** An option whose value may be left out. */
type Optional<Own extends Option<v.GenericSchema>> = Omit<Own, 'schema'> & {
  readonly schema: v.OptionalSchema<Own['schema'], undefined>;
};

/** The same, left to the sampler or to the model unless it is given. */
export function optional<Own extends Option<v.GenericSchema>>(option: Own): Optional<Own> {
  return { ...option, schema: v.optional(option.schema) };
}
