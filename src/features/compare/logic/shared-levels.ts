/** Noise levels closer than this, as a difference of logarithms, are one column: rounding makes no column of its own. */
const same = 1e-6;

/** The columns that several runs share: the same column is the same noise level. */
export interface SharedLevels {
  /** The noise level, sigma / alpha, of each column, falling. The ends stand for the ends of every run. */
  readonly columns: readonly number[];
  /** The frame that a run shows in a column: the nearest in log(sigma / alpha); at the ends its first and its last. */
  frameIn(run: number, column: number): number;
  /** The column nearest to a noise level. A level of 0 is the last column's. */
  nearest(level: number): number;
  /** The last column that a run can fill with so many frames; -1 before there are any. */
  filledBy(run: number, frames: number): number;
}

/**
 * Puts runs of different lengths and schedules under the same columns: a column for each noise level that any of them
 * stands at, and one for each end.
 * @param runs for each run the noise level of each frame, falling, 0 where no noise is left; at least two frames each
 */
export function sharedLevels(runs: readonly (readonly number[])[]): SharedLevels {
  const inner = runs
    .flatMap((levels) => levels.slice(1, -1))
    .sort((a, b) => b - a)
    .filter((level, i, all) => i === 0 || Math.log((all[i - 1] ?? 0) / level) > same);
  const columns = [
    Math.max(...runs.map(([first = 0]) => first)),
    ...inner,
    Math.min(...runs.map((levels) => levels.at(-1) ?? 0)),
  ];
  const last = columns.length - 1;
  const frames = runs.map((levels) =>
    columns.map((level, column) =>
      column === 0 ? 0 : column === last ? levels.length - 1 : nearestByRatio(levels, level),
    ),
  );
  return {
    columns,
    frameIn: (run, column) => frames[run]?.[Math.min(last, Math.max(0, column))] ?? 0,
    nearest: (level) => (level <= 0 ? last : nearestByRatio(columns, level)),
    filledBy: (run, count) => (frames[run] ?? []).filter((frame) => frame < count).length - 1,
  };
}

function nearestByRatio(levels: readonly number[], level: number): number {
  const away = (other: number) => Math.abs(Math.log(other / level));
  return levels.reduce((best, other, i) => (away(other) < away(levels[best] ?? 0) ? i : best), 0);
}
