import type { GanManifest } from '../../../contract/manifest.ts';
import { recipeJson } from '../../../contract/recipe-file.ts';
import { download } from '../../../kit/deliver.ts';
import { blobOf, enlarged } from '../../../kit/paint/picture-file.ts';
import { palettes } from '../../../kit/paint/picture.ts';
import type { Run } from '../../../session/run.svelte.ts';
import { withText } from './logic/png-text.ts';

/** Pixels of the file for each of the picture: large enough to be looked at. */
const scale = 16;

/** Hands the picture to the visitor as PNG, its pixels kept hard. @throws Error where the browser has no memory for it */
export async function savePicture(run: Run<'gan'>, manifest: GanManifest, dark: boolean): Promise<void> {
  const frame = run.at(0);
  if (frame === null) return;
  const blob = await blobOf(enlarged(frame.x, 1, dark ? palettes.dark : palettes.light, scale));
  const png = withText(new Uint8Array(await blob.arrayBuffer()), 'Description', recipeJson(run.recipe, manifest));
  download(`${manifest.id}-${run.recipe.seed}.png`, 'image/png', png);
}
