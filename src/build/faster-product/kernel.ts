import { readModule, standAlone, type WasmFunction, type WasmModule } from './wasm-module.ts';

/**
 * One of ONNX Runtime's two matrix kernels: it computes some rows of C = alpha A B, or adds them to C.
 * In its source: MlasSgemmKernelZero and MlasSgemmKernelAdd, onnxruntime/core/mlas/lib/wasm_simd/SgemmKernelWasmSimd.cpp.
 */
export interface Kernel {
  readonly wasm: WasmFunction;
  readonly addsToC: boolean;
}

/**
 * A kernel's arguments. Matrices are float32; a, b and c are addresses in bytes, strides count floats.
 * B is packed: strips of 16 columns, each a row after the other, the last filled up with zeros.
 * The result is the number of rows that were done, at least 1; the caller goes on with the rest.
 */
export type KernelCall = (
  a: number,
  b: number,
  c: number,
  depth: number,
  rows: number,
  columns: number,
  strideOfA: number,
  strideOfC: number,
  alpha: number,
) => number;

const i32 = 0x7f;
const f32 = 0x7d;
/** The type of both kernels and, in ONNX Runtime 1.30, of no other function: eight i32 and a f32, giving an i32. */
const kernelType = Uint8Array.of(0x60, 9, ...Array<number>(8).fill(i32), f32, 1, i32);

/**
 * Finds the two kernels.
 * @throws Error unless there are exactly two, one of each kind
 */
export async function findKernels(module: WasmModule): Promise<[Kernel, Kernel]> {
  const found = module.functions.filter(({ type }) => Buffer.compare(type, kernelType) === 0);
  const [first, second] = found;
  if (first === undefined || second === undefined || found.length > 2) {
    throw new Error(`exactly two functions should have the matrix kernels' type, not ${found.length}`);
  }
  const kernels: [Kernel, Kernel] = [await toKernel(first), await toKernel(second)];
  if (kernels[0].addsToC === kernels[1].addsToC) {
    throw new Error('one matrix kernel should add to C and the other should not, but both do the same');
  }
  return kernels;
}

/** Tries which of the two it is: 1 + 2 x 3 is 7, without the addition 6. */
async function toKernel(wasm: WasmFunction): Promise<Kernel> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const [a, b, c] = [new Float32Array(memory.buffer, 0, 1), new Float32Array(memory.buffer, 16, 16), 128] as const;
  const result = new Float32Array(memory.buffer, c, 1);
  a[0] = 2;
  b[0] = 3;
  result[0] = 1;
  (await startKernel(wasm, memory))(a.byteOffset, b.byteOffset, c, 1, 1, 1, 1, 1, 1);
  if (result[0] !== 6 && result[0] !== 7) throw new Error(`a matrix kernel answers ${result[0]} where 6 or 7 is right`);
  return { wasm, addsToC: result[0] === 7 };
}

/** Makes a kernel callable on a memory of its own. */
export async function startKernel(wasm: WasmFunction, memory: WebAssembly.Memory): Promise<KernelCall> {
  const { instance } = await WebAssembly.instantiate(standAlone(wasm) as BufferSource, { host: { memory } });
  return instance.exports['run'] as KernelCall;
}

/** The two kernels of a module's file. */
export const kernelsOf = (file: Uint8Array): Promise<[Kernel, Kernel]> => findKernels(readModule(file));
