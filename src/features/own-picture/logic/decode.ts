import type { Answer, Question } from './decode.worker.ts';
import DecodeWorker from './decode.worker.ts?worker&inline';
import { pixelsOf } from './canvas-pixels.ts';
import type { Pixels } from './from-pixels.ts';

/**
 * The pixels of a picture's middle, decoded beside the page: a large one takes seconds, and the page goes on meanwhile. Where
 * no worker can (old browsers, strict policies), or none may read what it painted, the page decodes it itself.
 * @returns null where the browser hands out other pixels than were painted
 * @throws whatever decoding throws
 */
export async function decode(file: Blob, shape: Question['shape']): Promise<Pixels | null> {
  const said = await askWorker({ file, shape });
  if (said !== null && 'pixels' in said) return said.pixels;
  if (said !== null && 'failed' in said) throw new Error(said.failed);
  const bitmap = await createImageBitmap(file);
  try {
    return pixelsOf(bitmap, shape, document.createElement('canvas'));
  } finally {
    bitmap.close();
  }
}

/** What a worker says; null where there can be none. It ends with its answer. */
async function askWorker(question: Question): Promise<Answer | null> {
  if (typeof OffscreenCanvas === 'undefined') return null;
  let worker: Worker;
  try {
    worker = new DecodeWorker();
  } catch {
    return null;
  }
  try {
    return await new Promise<Answer | null>((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
      worker.addEventListener('error', () => resolve(null), { once: true });
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
