import { describe, expect, it, test } from 'vitest';
import { tensor } from '../../../src/engine/tensor.ts';
import { centredCrop, fromPixels } from '../../../src/features/own-picture/logic/from-pixels.ts';
import { isNegative, negative } from '../../../src/features/own-picture/logic/polarity.ts';

/** Pixels of one colour each, as a canvas hands them out. */
function pixels(width: number, height: number, colour: (x: number, y: number) => readonly [number, number, number]) {
  const data = Array.from({ length: width * height }, (_, i) => [
    ...colour(i % width, Math.floor(i / width)),
    255,
  ]).flat();
  return { data: new Uint8ClampedArray(data), width, height };
}

describe('pixels become a tensor', () => {
  it('in the model’s range: black -1, white 1, in every channel', () => {
    for (const [byte, value] of [
      [0, -1],
      [255, 1],
    ] as const) {
      for (const channels of [1, 3]) {
        const { data, shape } = fromPixels(
          pixels(4, 4, () => [byte, byte, byte]),
          [channels, 2, 2],
        );
        expect(shape).toEqual([1, channels, 2, 2]);
        data.forEach((made) => expect(made).toBeCloseTo(value, 6));
      }
    }
  });

  it('channel after channel, row after row', () => {
    const { data } = fromPixels(
      pixels(2, 1, (x) => (x === 0 ? [255, 0, 51] : [0, 255, 102])),
      [3, 1, 2],
    );
    expect([...data].map((value) => Math.round((value + 1) * 127.5))).toEqual([255, 0, 0, 255, 51, 102]);
  });

  it('each value the mean of its block, so that none is lost', () => {
    const stripes = pixels(8, 8, (x, y) => [(16 * x + 15 * y) % 256, 0, 0]);
    const { data } = fromPixels(stripes, [3, 2, 2]);
    const red = stripes.data.filter((_, i) => i % 4 === 0);
    const mean = red.reduce((sum, byte) => sum + byte, 0) / red.length;
    expect(data.slice(0, 4).reduce((sum, value) => sum + value, 0) / 4).toBeCloseTo(mean / 127.5 - 1, 5);
    const corner = [0, 1, 2, 3].flatMap((y) => [0, 1, 2, 3].map((x) => 16 * x + 15 * y));
    expect(data[0]).toBeCloseTo(corner.reduce((a, b) => a + b) / 16 / 127.5 - 1, 5);
  });

  it('gray by how bright colours look: green above red above blue, weights adding up', () => {
    const gray = (colour: readonly [number, number, number]) =>
      (fromPixels(
        pixels(1, 1, () => colour),
        [1, 1, 1],
      ).data[0]! +
        1) /
      2;
    const [red, green, blue] = [gray([255, 0, 0]), gray([0, 255, 0]), gray([0, 0, 255])];
    expect(green).toBeGreaterThan(red);
    expect(red).toBeGreaterThan(blue);
    expect(red + green + blue).toBeCloseTo(1, 5);
  });

  it('and are refused where they are no whole multiple of the shape', () => {
    expect(() =>
      fromPixels(
        pixels(5, 4, () => [0, 0, 0]),
        [1, 2, 2],
      ),
    ).toThrow('a whole multiple of 2 x 2, got 5 x 4');
    expect(() =>
      fromPixels(
        pixels(4, 8, () => [0, 0, 0]),
        [1, 2, 2],
      ),
    ).toThrow(RangeError);
    expect(() =>
      fromPixels(
        pixels(1, 1, () => [0, 0, 0]),
        [1, 2, 2],
      ),
    ).toThrow(RangeError);
  });
});

test.each([
  [600, 400, 1],
  [400, 600, 1],
  [640, 360, 2],
  [7, 7, 1],
])(
  'the crop of %i x %i has the proportions, lies in the middle and is as large as can be',
  (width, height, proportion) => {
    const crop = centredCrop({ width, height }, proportion);
    expect(crop.width / crop.height).toBeCloseTo(proportion);
    expect(2 * crop.left + crop.width).toBeCloseTo(width);
    expect(2 * crop.top + crop.height).toBeCloseTo(height);
    expect(Math.min(crop.left, crop.top)).toBe(0);
  },
);

describe('polarity', () => {
  const framed = (edge: number, inside: number, channels = 1) =>
    tensor(
      [1, channels, 6, 6],
      Float32Array.from({ length: 36 * channels }, (_, i) => {
        const [x, y] = [i % 6, Math.floor(i / 6) % 6];
        return x % 5 === 0 || y % 5 === 0 ? edge : inside;
      }),
    );
  const known = [framed(-1, 0.8), framed(-1, -1)];

  it('is told by the background alone, whatever is drawn on it', () => {
    for (const inside of [-1, 0, 1]) {
      expect(isNegative(framed(0.9, inside), known)).toBe(true);
      expect(isNegative(framed(-0.9, inside), known)).toBe(false);
    }
  });

  it('of a picture turned round is the other one, and twice is nothing', () => {
    const ink = framed(0.9, -0.5);
    expect(isNegative(negative(ink), known)).toBe(false);
    expect(negative(negative(ink))).toEqual(ink);
  });

  it('is left alone in colour, and where nothing is known', () => {
    expect(isNegative(framed(0.9, 0, 3), known)).toBe(false);
    expect(isNegative(framed(0.9, 0), [])).toBe(false);
  });
});
