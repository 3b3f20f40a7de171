/**
 * Frames of bytes that change little from one to the next, kept small: each as its difference from the one before
 * (modulo 256, which loses nothing), all deflated together.
 */

/** Frames of the same size -> what deflate should be given. */
export function differences(frames: readonly Uint8Array[]): Uint8Array {
  const size = frames[0]?.length ?? 0;
  const bytes = new Uint8Array(frames.length * size);
  frames.forEach((frame, k) => {
    const before = frames[k - 1];
    for (let i = 0; i < size; i++) bytes[k * size + i] = (frame[i] ?? 0) - (before?.[i] ?? 0);
  });
  return bytes;
}

/** The inverse: all frames, one after the other. @param size bytes of one frame */
export function sums(bytes: Uint8Array, size: number): Uint8Array {
  const frames = bytes.slice();
  for (let i = size; i < frames.length; i++) frames[i] = (frames[i] ?? 0) + (frames[i - size] ?? 0);
  return frames;
}

/** Inflates what raw deflate made. Rejects when the bytes are no such stream, or the browser has no inflate. */
export async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
