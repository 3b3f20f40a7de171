import type { Recipe } from '../../contract/recipe.ts';
import type { Motion } from '../../kit/preferences/motion.ts';
import type { LinkedView } from '../../session/view-in-link.ts';

/** What a playground is told when it is made. */
export interface PlaygroundOptions {
  readonly motion: Pick<Motion, 'reduced'>;
  /** Where several share a session, each needs one of its own: what is asked in a lane takes the place of what was. */
  readonly lane?: string;
  /** Told when a change of the recipe is finished, a drag at its end. */
  readonly onSettled?: (recipe: Recipe) => void;
  /** Where a link leads. */
  readonly view?: LinkedView | undefined;
}
