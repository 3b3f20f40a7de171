/**
 * One line of the benchmark: what was measured, and the bar it is held to, if there is one.
 * @typedef {{ name: string, value: number, unit: string, digits?: number, atMost?: number, atLeast?: number }} Row
 */

/** Whether a row meets its bar; null where it has none. */
export function verdict(/** @type {Row} */ { value, atMost, atLeast }) {
  if (atMost === undefined && atLeast === undefined) return null;
  return value <= (atMost ?? Infinity) && value >= (atLeast ?? -Infinity);
}

/** The rows as aligned text. */
export function table(/** @type {readonly Row[]} */ rows) {
  const cells = rows.map((row) => {
    const { name, value, unit, digits = 1, atMost, atLeast } = row;
    const bar = atMost !== undefined ? `<= ${atMost}` : atLeast !== undefined ? `>= ${atLeast}` : '';
    const met = verdict(row);
    return [name, value.toFixed(digits), unit, bar, met === null ? '' : met ? 'met' : 'MISSED'];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((cell) => cell[column]?.length ?? 0)));
  return cells
    .map(([name = '', value = '', unit = '', bar = '', met = '']) =>
      [
        name.padEnd(widths[0] ?? 0),
        value.padStart(widths[1] ?? 0),
        unit.padEnd(widths[2] ?? 0),
        bar.padEnd(widths[3] ?? 0),
        met,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
