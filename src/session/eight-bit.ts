import { sizeOf, tensor, type Shape, type Tensor } from '../engine/tensor.ts';

/**
 * Pictures kept as one byte a value, one after the other: 0 is -1, 255 is +1.
 * @param shape of one picture, [1, c, h, w]
 * @throws RangeError when the bytes are not a whole number of pictures.
 */
export function fromEightBit(bytes: Uint8Array, shape: Shape): Tensor[] {
  const size = sizeOf(shape);
  if (bytes.length === 0 || bytes.length % size !== 0) {
    throw new RangeError(`pictures of ${size} bytes each cannot fill ${bytes.length} bytes`);
  }
  return Array.from({ length: bytes.length / size }, (_, k) =>
    tensor(
      shape,
      Float32Array.from(bytes.subarray(k * size, (k + 1) * size), (byte) => byte / 127.5 - 1),
    ),
  );
}

/** The inverse, rounded to the nearest byte; what lies outside of [-1, 1] is clipped. */
export function toEightBit({ data }: Tensor): Uint8Array {
  return Uint8Array.from(new Uint8ClampedArray(data.map((value) => (value + 1) * 127.5)));
}

/** Fetches such pictures. Rejects when they do not arrive or do not fit. */
export async function fetchEightBit(url: string, shape: Shape): Promise<Tensor[]> {
  return fromEightBit(await fetchBytes(url), shape);
}

export async function fetchBytes(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
