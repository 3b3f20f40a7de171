import { asFailure } from '../../contract/failure.ts';
import { isRecipeFile, openRecipe } from '../take-away/index.ts';
import type { Playground } from './playground.svelte.ts';

/** Opens a recipe's file; takes any other onto the forward lane, as a picture, and shows it there before any noise. */
export async function takeFile(playground: Playground, file: File): Promise<void> {
  const { notices, player, forwardPictures } = playground;
  // What was wrong with an earlier file is over.
  notices.forget('recipe-file-invalid');
  notices.forget('picture-invalid');
  try {
    if (isRecipeFile(file)) {
      const { entry, recipe } = await openRecipe(file);
      playground.open(entry, recipe);
      playground.settle();
    } else if (await forwardPictures.read(file)) {
      player.pause();
      player.direction = -1;
      player.rewind();
    }
  } catch (error) {
    notices.add(asFailure(error));
  }
}
