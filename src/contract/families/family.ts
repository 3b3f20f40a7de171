import type { Failure } from '../failure.ts';
import type { RecipeManifest } from '../manifest.ts';
import type { OptionName } from '../options.ts';
import type { Recipe } from '../recipe.ts';

/** What a visitor should know of a run before wondering at its picture. */
export type Warning =
  /** It starts from more noise, as sigma / alpha, than the model was trained on: the run will be refused. */
  | { readonly code: 'beyond'; readonly noise: number; readonly most: number }
  /** The sampler leaves noise in the picture: too few steps for it on these levels. */
  | { readonly code: 'noise-left' }
  /** So few steps that every picture is nearly the mean of all. */
  | { readonly code: 'blurred' }
  /** A step takes no more churn than this. */
  | { readonly code: 'churn-capped'; readonly most: number };

/** What a recipe must know of its family. The rest of a family: its run in engine/<id>, its page in features/families/<id>. */
export interface Family {
  /** The fields that its runs read, in the order in which a query holds them. */
  readonly options: readonly OptionName[];
  /** Steps of a recipe's run: its last frame has this index. */
  numSteps(recipe: Recipe): number;
  /** The recipe, changed where it cannot be run. */
  fitted(recipe: Recipe): Recipe;
  /** Why the recipe cannot be run as it is; null where it can. */
  refusalOf(recipe: Recipe): Failure | null;
  /** What its pictures will suffer from, though it can be run. */
  warningsOf(recipe: Recipe, model: RecipeManifest): Promise<readonly Warning[]>;
}
