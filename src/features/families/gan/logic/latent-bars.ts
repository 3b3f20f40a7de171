/** What fills half of the drawing: 3 standard deviations, which one normal number of 370 exceeds. */
export const latentRange = 3;

/** A number of the noise as a bar: where it stands and how far it goes, in a drawing that is 2 high with 0 in the middle. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A bar for each number, upward where it is positive; what lies beyond the range ends at the edge. */
export function barsOf(data: ArrayLike<number>): readonly Bar[] {
  return Array.from(data, (value, x) => {
    const height = Math.min(1, Math.abs(value) / latentRange);
    return { x, y: value > 0 ? 1 - height : 1, height };
  });
}
