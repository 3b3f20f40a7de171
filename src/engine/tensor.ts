/** The shape of a batch of pictures: [n, c, h, w]. */
export type Shape = readonly [n: number, c: number, h: number, w: number];

/** Float32 values in NCHW order; `data.length` is the product of `shape`. */
export interface Tensor {
  readonly data: Float32Array;
  readonly shape: Shape;
}

/** How many numbers a tensor of this shape holds. */
export function sizeOf(shape: Shape): number {
  return shape[0] * shape[1] * shape[2] * shape[3];
}

/**
 * Wraps values as a tensor without copying them; zeros when there are none.
 * @throws RangeError when the values do not fill the shape exactly.
 */
export function tensor(shape: Shape, data = new Float32Array(sizeOf(shape))): Tensor {
  if (data.length !== sizeOf(shape)) {
    throw new RangeError(`a tensor of [${shape.join(', ')}] holds ${sizeOf(shape)} values, got ${data.length}`);
  }
  return { data, shape };
}

/** f of two tensors' values, pair by pair; NaN where the second is too short. */
export function zip(a: Tensor, b: Tensor, f: (a: number, b: number) => number): Tensor {
  return { data: a.data.map((value, i) => f(value, b.data[i] ?? NaN)), shape: a.shape };
}

/** A copy that shares nothing with the original. */
export function copyOf(x: Tensor): Tensor {
  return { data: x.data.slice(), shape: x.shape };
}
