/** The solution of a small square system, by elimination with the largest pivots; rows of the matrix outside. */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? NaN]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    const pivot = rows.slice(column).reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(
      column,
      0,
      pivot.map((value) => value / (pivot[column] ?? NaN)),
    );
    const unit = rows[column] ?? [];
    rows.forEach((row, i) => {
      if (i !== column) rows[i] = row.map((value, j) => value - (row[column] ?? NaN) * (unit[j] ?? NaN));
    });
  }
  return rows.map((row) => row[n] ?? NaN);
}
