import type * as v from 'valibot';
import type { recipe } from './options.ts';

/** All that decides a run, the model's weights aside: a value that can be shared. Its fields: options.ts. */
export type Recipe = v.InferOutput<typeof recipe>;
export type { WeightedWord } from './words.ts';
