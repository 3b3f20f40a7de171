import { samplers } from '../../../engine/diffusion/samplers/index.ts';
import type { Recipe } from '../../../contract/recipe.ts';

/** How a lane is called: A, B, C, D. */
export const letterOf = (lane: number): string => String.fromCharCode(65 + lane);

/** What tells recipes apart most of the time: the sampler as it is called. */
export const samplerOf = (recipe: Recipe): string => samplers[recipe.sampler].label;
