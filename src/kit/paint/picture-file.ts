import type { Tensor } from '../../engine/tensor.ts';
import { contextOf, drawInto, type Palette } from './picture.ts';

/** A picture as a canvas, each of its pixels `scale` pixels wide and kept hard. */
export function enlarged(x: Tensor, range: number, palette: Palette, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const size = Math.round(scale * x.shape[3]);
  canvas.width = canvas.height = size;
  drawInto(contextOf(canvas), x, range, palette, { left: 0, top: 0, size });
  return canvas;
}

/** A canvas as a file. @throws Error where the browser has no memory for it */
export async function blobOf(canvas: HTMLCanvasElement, type = 'image/png'): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));
  if (blob === null) throw new Error('the browser made no picture of the canvas');
  return blob;
}
