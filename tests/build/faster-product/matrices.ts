import type { KernelCall } from '../../../src/build/faster-product/kernel.ts';
import { MT19937 } from '../../../src/engine/rng/mt19937.ts';

/** What a kernel is asked: C (rows x columns) = alpha A (rows x depth) B (depth x columns), with room between the rows. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
  readonly alpha: number;
  /** Floats between the end of a row and the beginning of the next, in A and in C. */
  readonly gap: number;
}

export interface Matrices {
  readonly a: Float32Array;
  readonly b: Float32Array;
  readonly c: Float32Array;
}

const strip = 16;

/** A, B in rows (not packed) and what C holds before: numbers from -1 to 1, some of them 0, -0 or tiny. */
export function draw({ rows, columns, depth, gap }: Shape, seed: number): Matrices {
  const twister = new MT19937(seed);
  const random = () => twister.next() / 2 ** 32;
  const special = [0, -0, 1e-39, -1e-30];
  const fill = (length: number) =>
    Float32Array.from({ length }, () => {
      const value = random() * 2 - 1;
      return Math.abs(value) < 0.05 ? (special[Math.floor(random() * special.length)] ?? 0) : value;
    });
  // The last gap of C belongs to it, too: nothing may be written behind the last row.
  return { a: fill(rows * (depth + gap)), b: fill(depth * columns), c: fill(rows * (columns + gap)) };
}

/** Does a whole product as ONNX Runtime does, call by call, and gives C with its gaps. */
export function multiply(kernel: KernelCall, memory: WebAssembly.Memory, shape: Shape, { a, b, c }: Matrices) {
  const { rows, columns, depth, alpha, gap } = shape;
  const packed = pack(b, depth, columns);
  let next = 4; // not a multiple of 16: addresses are aligned to floats only
  const place = (values: Float32Array) => {
    const placed = new Float32Array(memory.buffer, next, values.length);
    placed.set(values);
    next += values.byteLength + 4;
    return placed;
  };
  const [inA, inB, inC] = [place(a), place(packed), place(c)];
  let done = 0;
  while (done < rows) {
    const more = kernel(
      inA.byteOffset + 4 * done * (depth + gap),
      inB.byteOffset,
      inC.byteOffset + 4 * done * (columns + gap),
      depth,
      rows - done,
      columns,
      depth + gap,
      columns + gap,
      alpha,
    );
    if (more < 1 || more > rows - done) throw new Error(`a kernel did ${more} of ${rows - done} rows`);
    done += more;
  }
  return inC.slice();
}

/** Strips of 16 columns, row after row; zeros where the last strip has no column. */
function pack(b: Float32Array, depth: number, columns: number): Float32Array {
  const packed = new Float32Array(Math.ceil(columns / strip) * strip * depth);
  for (let k = 0; k < depth; k++) {
    for (let n = 0; n < columns; n++) {
      packed[Math.floor(n / strip) * strip * depth + k * strip + (n % strip)] = b[k * columns + n] ?? 0;
    }
  }
  return packed;
}

/** The same in double precision, as the textbook has it. */
export function multiplyPlainly(addsToC: boolean, shape: Shape, { a, b, c }: Matrices): Float64Array {
  const { rows, columns, depth, alpha, gap } = shape;
  const result = Float64Array.from(c);
  for (let m = 0; m < rows; m++) {
    for (let n = 0; n < columns; n++) {
      let sum = 0;
      for (let k = 0; k < depth; k++) sum += (a[m * (depth + gap) + k] ?? NaN) * (b[k * columns + n] ?? NaN);
      const before = addsToC ? (c[m * (columns + gap) + n] ?? NaN) : 0;
      result[m * (columns + gap) + n] = before + alpha * sum;
    }
  }
  return result;
}
