/**
 * The largest of some errors: what to hold against a tolerance. NaN as soon as one of them is not a number, and NaN of
 * none, since comparing nothing shows nothing; `largest <= tolerance` is false then. Math.max alone says -Infinity of none.
 */
export function largestError(errors: Iterable<number>): number {
  let [largest, count] = [0, 0];
  for (const error of errors) {
    largest = Math.max(largest, error);
    count++;
  }
  return count === 0 ? NaN : largest;
}

/** The largest difference between two arrays, value by value; NaN where sizes differ or a value is not a number. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number> | undefined): number {
  if (a.length !== b?.length) return NaN;
  return largestError(Array.from(a, (value, i) => Math.abs(value - (b[i] ?? NaN))));
}
