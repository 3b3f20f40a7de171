import { describe, expect, it } from 'vitest';
import { sharedLevels } from '../../../src/features/compare/logic/shared-levels.ts';

/** Noise levels from high to low, even in their logarithm, and the clean end. */
function levels(steps: number, high = 40, low = 0.01): number[] {
  const noisy = Array.from({ length: steps }, (_, k) => high * (low / high) ** (k / (steps - 1)));
  return [...noisy, 0];
}

describe('columns that runs share', () => {
  it('are the frames themselves where all runs stand at the same levels', () => {
    const shared = sharedLevels([levels(20), levels(20)]);
    expect(shared.columns).toHaveLength(21);
    for (let column = 0; column <= 20; column++) {
      expect([shared.frameIn(0, column), shared.frameIn(1, column)]).toEqual([column, column]);
    }
  });

  it('hold every level that any run stands at, falling', () => {
    const [a, b] = [levels(20), levels(7)];
    const { columns } = sharedLevels([a, b]);
    for (const level of [...a, ...b]) {
      expect(columns.some((column) => Math.abs(column - level) <= 1e-9 * level)).toBe(true);
    }
    expect(columns.every((level, i) => i === 0 || level < columns[i - 1]!)).toBe(true);
  });

  it('show of each run the frame nearest by ratio, and never go back', () => {
    const runs = [levels(20), levels(7), levels(11, 14.6, 0.03)];
    const { columns, frameIn } = sharedLevels(runs);
    runs.forEach((own, run) => {
      let before = 0;
      columns.slice(1, -1).forEach((level, i) => {
        const frame = frameIn(run, i + 1);
        const away = (other: number) => Math.abs(Math.log(other / level));
        for (const other of own) expect(away(own[frame]!)).toBeLessThanOrEqual(away(other));
        expect(frame).toBeGreaterThanOrEqual(before);
        before = frame;
      });
    });
  });

  it('begin with the first frame of every run and end with the last, whatever their levels', () => {
    const shared = sharedLevels([levels(20), levels(5, 10, 0.5), [9, 3, 1, 0.01]]);
    const last = shared.columns.length - 1;
    expect([0, 1, 2].map((run) => shared.frameIn(run, 0))).toEqual([0, 0, 0]);
    expect([0, 1, 2].map((run) => shared.frameIn(run, last))).toEqual([20, 5, 3]);
  });

  it('have at least the two ends, even of runs of one step', () => {
    const shared = sharedLevels([
      [40, 0],
      [40, 0],
    ]);
    expect(shared.columns).toEqual([40, 0]);
    expect(shared.frameIn(1, 1)).toBe(1);
  });

  it('know how far a run fills them', () => {
    const shared = sharedLevels([levels(20), levels(4)]);
    const last = shared.columns.length - 1;
    expect(shared.filledBy(0, 0)).toBe(-1);
    expect(shared.filledBy(0, 21)).toBe(last);
    expect(shared.filledBy(1, 5)).toBe(last);
    const filled = shared.filledBy(1, 4);
    expect(shared.frameIn(1, filled)).toBe(3);
    expect(shared.frameIn(1, filled + 1)).toBe(4);
  });

  it('lead from a noise level to the nearest column', () => {
    const { columns, nearest } = sharedLevels([levels(20)]);
    expect(nearest(0)).toBe(20);
    expect(nearest(columns[7]! * 1.02)).toBe(7);
  });
});
