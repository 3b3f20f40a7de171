import { describe, expect, it } from 'vitest';
import { courseOf, tiled } from '../../../src/features/playground/course.ts';
import type { Tensor } from '../../../src/engine/tensor.ts';
import type { Run } from '../../../src/session/run.svelte.ts';

const picture = (value: number): Tensor => ({ shape: [1, 1, 1, 2], data: Float32Array.of(value, value + 0.5) });

/** A finished run whose guidance says `differences[k]` at step k. */
function runOf(differences: readonly (number | null)[]): Run {
  const frames = [...differences, null].map((difference, index) => ({
    index,
    x: picture(100 + index),
    x0: picture(index),
    level: { alpha: 1, sigma: differences.length - index },
    ...(difference !== null && { parts: { unconditional: picture(0), conditional: picture(difference) } }),
  }));
  const run = { recipe: { numSteps: differences.length }, at: (index: number) => frames[index] ?? null };
  return run as unknown as Run;
}

describe('how a picture came about', () => {
  it('begins with its noise and the first estimate', () => {
    const course = courseOf(runOf([1, 2, 3]))!;
    expect(course.start).toEqual({ x: picture(100), level: { alpha: 1, sigma: 3 } });
    expect(course.firstEstimate).toEqual(picture(0));
  });

  it('names the step where the words changed most, also against the sign', () => {
    expect(courseOf(runOf([1, -4, 3, null]))!.mostGuided?.index).toBe(1);
    expect(courseOf(runOf([null, null]))!.mostGuided).toBe(null);
  });

  it.each([
    [2, null],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 5, 7]],
    [8, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
    [20, [0, 3, 5, 8, 10, 13, 15, 18, 20]],
  ])('of %d steps shows the estimates %j, the finished picture last', (steps, shown) => {
    const { sheet } = courseOf(runOf(Array.from({ length: steps }, () => 1)))!;
    expect(sheet).toEqual(shown === null ? null : tiled(shown.map(picture)));
  });
});

it('pictures lie row by row in a square, each channel on its own', () => {
  const two = (a: number, b: number): Tensor => ({ shape: [1, 2, 1, 1], data: Float32Array.of(a, b) });
  expect(tiled([two(1, 5), two(2, 6), two(3, 7), two(4, 8)])).toEqual({
    shape: [1, 2, 2, 2],
    data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  });
});
