import { tensor, type Tensor } from '../../../engine/tensor.ts';

/** Red, green, blue and opacity, a byte each, row by row. */
interface Square {
  readonly data: Uint8ClampedArray;
  readonly width: number;
}

/** Bytes along one line: pixel k is at start + k * stride. */
interface Line {
  readonly start: number;
  readonly stride: number;
}

/**
 * A picture made four times smaller exactly as libvips does it for sharp in the recipe (models/data/portraits/render.mjs):
 * lines down and then across, each with pairs averaged first and then Lanczos (a = 3) by two, rounded in between.
 * @param pixelated takes pixels as they are instead
 * @returns [1, 3, n, n] on [-1, 1]
 */
export function shrink({ data, width }: Square, pixelated: boolean): Tensor {
  const edge = width / 4;
  const made = tensor([1, 3, edge, edge]);
  for (let channel = 0; channel < 3; channel++) {
    const plane = Uint8ClampedArray.from({ length: width * width }, (_, i) => data[4 * i + channel] ?? 0);
    const small = pixelated ? picked(plane, width) : columnsThenRows(plane, width);
    for (const [i, byte] of small.entries()) made.data[channel * edge * edge + i] = byte / 127.5 - 1;
  }
  return made;
}

/** The pixel in the middle of each block of four by four. */
function picked(plane: Uint8ClampedArray, width: number): Uint8ClampedArray {
  const edge = width / 4;
  return Uint8ClampedArray.from(
    { length: edge * edge },
    (_, i) => plane[(4 * Math.floor(i / edge) + 2) * width + 4 * (i % edge) + 2] ?? 0,
  );
}

function columnsThenRows(plane: Uint8ClampedArray, width: number): Uint8ClampedArray {
  const edge = width / 4;
  const low = new Uint8ClampedArray(width * edge);
  for (let x = 0; x < width; x++) {
    const line = quartered(plane, width, { start: x, stride: width });
    for (const [y, byte] of line.entries()) low[y * width + x] = byte;
  }
  const small = new Uint8ClampedArray(edge * edge);
  for (let y = 0; y < edge; y++) small.set(quartered(low, width, { start: y * width, stride: 1 }), y * edge);
  return small;
}

const lanczos = (x: number) =>
  x === 0 ? 1 : (3 * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / 3)) / (Math.PI * x) ** 2;

/** Twelve pixels around the middle of two, half a pixel off. */
const kernel = Array.from({ length: 12 }, (_, tap) => lanczos((tap - 5.5) / 2));
const sum = kernel.reduce((total, weight) => total + weight, 0);

function quartered(bytes: Uint8ClampedArray, length: number, { start, stride }: Line): Uint8ClampedArray {
  const half = Uint8ClampedArray.from({ length: length / 2 }, (_, k) => {
    const at = start + 2 * k * stride;
    return ((bytes[at] ?? 0) + (bytes[at + stride] ?? 0) + 1) >> 1;
  });
  const last = half.length - 1;
  return Uint8ClampedArray.from({ length: length / 4 }, (_, k) =>
    // A clamped array rounds by itself. The edge goes on as it is.
    kernel.reduce(
      (value, weight, tap) => value + (weight / sum) * (half[Math.min(last, Math.max(0, 2 * k - 5 + tap))] ?? 0),
      0,
    ),
  );
}
