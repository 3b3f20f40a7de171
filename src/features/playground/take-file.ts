import { asFailure } from '../../contract/failure.ts';
import { isRecipeFile, openRecipe } from '../take-away/index.ts';
import type { Playground } from './playground.svelte.ts';

/** Opens a recipe's file; takes any other onto the forward lane, as a picture, and shows it there before any noise. */
export async function takeFile(playground: Playground, file: File): Promise<void> {
  const { notices, player, forwardPictures } = playground;
  try {
    if (isRecipeFile(file)) {
      const { entry, recipe } = await openRecipe(file);
      notices.forget('recipe-file-invalid');
      playground.open(entry, recipe);
      playground.settle();
    } else if (await forwardPictures.read(file)) {
      notices.forget('picture-invalid');
      player.pause();
      player.direction = -1;
      player.rewind();
    }
  } catch (error) {
    notices.add(asFailure(error));
  }
}
