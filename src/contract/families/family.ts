import type { Failure } from '../failure.ts';
import type { OptionName } from '../options.ts';
import type { Recipe } from '../recipe.ts';

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
}
