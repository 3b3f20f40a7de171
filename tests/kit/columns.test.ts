import { expect, test } from 'vitest';
import { columnsOf } from '../../src/kit/columns.ts';

test.each([
  [1, 300, 42],
  [20, 1300, 42],
  [50, 320, 27],
  [1000, 1300, 42],
])(
  '%i steps on %i pixels: first and last frame have their columns, and pixels lead back to frames',
  (steps, width, pitch) => {
    const columns = columnsOf(steps, width, pitch);
    expect(columns.count).toBeLessThanOrEqual(steps + 1);
    expect(columns.frameOf(0)).toBe(0);
    expect(columns.frameOf(columns.count - 1)).toBe(steps);
    for (let column = 0; column < columns.count; column++) {
      const frame = columns.frameOf(column);
      expect(columns.nearest(frame)).toBe(column);
      expect(columns.frameAt(columns.centre(column))).toBe(frame);
    }
    expect(columns.frameAt(-50)).toBe(0);
    expect(columns.frameAt(width + 50)).toBe(steps);
  },
);
