import { pixelsOf } from './canvas-pixels.ts';
import type { Pixels } from './from-pixels.ts';

/** What the page asks: a file, and the shape of the model's pictures. */
export interface Question {
  readonly file: Blob;
  readonly shape: readonly [number, number, number];
}

/** `unreadable` where the browser hands out other pixels than were painted, `failed` where the file is no picture. */
export type Answer = { readonly pixels: Pixels } | { readonly unreadable: true } | { readonly failed: string };

async function answer({ file, shape }: Question): Promise<Answer> {
  try {
    const bitmap = await createImageBitmap(file);
    const pixels = pixelsOf(bitmap, shape, new OffscreenCanvas(1, 1));
    bitmap.close();
    return pixels === null ? { unreadable: true } : { pixels };
  } catch (error) {
    return { failed: String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data).then((said) => postMessage(said)));
