/** Where values stand along an axis, in pixels. */
export interface Axis {
  at(value: number): number;
  /** The value that stands at a pixel. */
  valueAt(pixel: number): number;
}

/** Even steps of a value are even steps of pixels. A single value stands at the start. */
export function linearAxis([low, high]: readonly [number, number], [start, end]: readonly [number, number]): Axis {
  const span = high - low || 1;
  return {
    at: (value) => start + ((value - low) / span) * (end - start),
    valueAt: (pixel) => low + ((pixel - start) / (end - start)) * span,
  };
}

/** Even factors of a value are even steps of pixels; values are above 0. */
export function logAxis([low, high]: readonly [number, number], pixels: readonly [number, number]): Axis {
  const axis = linearAxis([Math.log(low), Math.log(high)], pixels);
  return { at: (value) => axis.at(Math.log(value)), valueAt: (pixel) => Math.exp(axis.valueAt(pixel)) };
}
