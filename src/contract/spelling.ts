/** Slips of the finger that still mean the same word. */
export function allowance(typed: string): number {
  return typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
}

/**
 * Letters to add, to leave out, to change, or to swap with their neighbour, that make one word of the other (optimal
 * string alignment, after Damerau 1964). Infinity where it is more than the limit by length alone.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return Infinity;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + changed];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) ways.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
