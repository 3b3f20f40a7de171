import type { GanManifest } from '../../../contract/manifest.ts';
import { recipeJson } from '../../../contract/recipe-file.ts';
import { download } from '../../../kit/deliver.ts';
import { contextOf, drawInto, palettes } from '../../../kit/paint/picture.ts';
import type { Run } from '../../../session/run.svelte.ts';
import { withText } from './logic/png-text.ts';

/** Pixels of the file for each of the picture: large enough to be looked at. */
const scale = 16;

/** Hands the picture to the visitor as PNG, its pixels kept hard. @throws Error where the browser has no memory for it */
export async function savePicture(run: Run<'gan'>, manifest: GanManifest, dark: boolean): Promise<void> {
  const frame = run.at(0);
  if (frame === null) return;
  const canvas = document.createElement('canvas');
  const size = scale * frame.x.shape[3];
  canvas.width = canvas.height = size;
  const palette = dark ? palettes.dark : palettes.light;
  drawInto(contextOf(canvas), frame.x, 1, palette, { left: 0, top: 0, size });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the browser made no picture of the canvas');
  const png = withText(new Uint8Array(await blob.arrayBuffer()), 'Description', recipeJson(run.recipe, manifest));
  download(`${manifest.id}-${run.recipe.seed}.png`, 'image/png', png);
}
