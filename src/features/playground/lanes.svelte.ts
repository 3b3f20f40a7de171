import { levelOptionsOf } from '../../contract/run-options.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { levelsOf } from '../../engine/diffusion/levels.ts';
import type { Player } from '../../session/player.svelte.ts';
import type { Run } from '../../session/run.svelte.ts';
import { ForwardLane, type ForwardPictures } from '../own-picture/index.ts';
import { forwardScene, reverseScene, type Scene } from './scene.ts';

/** What the lanes are of. */
interface Shown {
  readonly shown: Run | null;
  readonly recipe: Recipe;
  readonly forwardPictures: ForwardPictures;
  readonly player: Player;
}

/** The two lanes over their columns: the same column is the same noise level. */
export class Lanes {
  readonly forward = $derived.by((): ForwardLane | null => {
    const { origin } = this.of.forwardPictures;
    return origin === null ? null : new ForwardLane(origin, this.#points);
  });
  /** What the stage shows: a column of the reverse lane or of the forward one. */
  readonly scene = $derived.by((): Scene | null => {
    const { shown } = this.of;
    const { index, direction } = this.of.player;
    if (direction === -1 && this.forward !== null) return forwardScene(this.forward, index);
    return shown === null ? null : reverseScene(shown, index);
  });
  /** The noise level of each column. */
  readonly levels = $derived.by(() => this.#points.map(({ level }) => level));
  readonly #points = $derived.by(() => levelsOf(levelOptionsOf(this.of.shown?.recipe ?? this.of.recipe)));

  constructor(private readonly of: Shown) {}
}
