import wabt from 'wabt';
import { join, Reader } from './bytes.ts';
import { fastPath, locals, parameters } from './fast-path.ts';
import { findKernels, type Kernel } from './kernel.ts';
import { readModule, withBodies } from './wasm-module.ts';

/**
 * ONNX Runtime's WebAssembly with the fast path in front of the code of both matrix kernels.
 * @throws Error unless there are exactly two kernels
 */
export async function fasterModule(shipped: Uint8Array): Promise<Uint8Array> {
  const module = readModule(shipped);
  const kernels = await findKernels(module);
  const replaced = await Promise.all(kernels.map(async (kernel) => [kernel.wasm, await fasterBody(kernel)] as const));
  return withBodies(module, new Map(replaced));
}

/** The fast path, then the code as it was; its local variables keep their numbers, those of the fast path follow. */
async function fasterBody({ wasm, addsToC }: Kernel): Promise<Uint8Array> {
  const before = splitBody(wasm.body);
  const added = await assembleBody(`
    (module
      (memory 0)
      (func ${parameters}
        (local ${before.locals.join(' ')})
        ${locals}
        ${fastPath(addsToC)}
        unreachable))`);
  // What comes behind takes the place of "unreachable" (0x00) and "end" (0x0b).
  if (added.at(-2) !== 0x00 || added.at(-1) !== 0x0b) throw new Error('the fast path does not end as expected');
  return join(added.subarray(0, -2), before.code);
}

const typeNames: Readonly<Record<number, string>> = {
  0x7f: 'i32',
  0x7e: 'i64',
  0x7d: 'f32',
  0x7c: 'f64',
  0x7b: 'v128',
};

/** A body's local variables, by the names of their types, and its code. */
function splitBody(body: Uint8Array): { locals: string[]; code: Uint8Array } {
  const reader = new Reader(body);
  const locals = reader.list(() => {
    const count = reader.number();
    const type = reader.byte();
    const name = typeNames[type];
    if (name === undefined) throw new Error(`a matrix kernel has a local variable of the unknown type ${type}`);
    return Array<string>(count).fill(name);
  });
  return { locals: locals.flat(), code: body.subarray(reader.position) };
}

/** The body of the only function of a module in WebAssembly text. */
async function assembleBody(text: string): Promise<Uint8Array> {
  const assembled = (await wabt()).parseWat('fast-path.wat', text, { simd: true });
  try {
    assembled.validate();
    const [only] = readModule(assembled.toBinary({}).buffer).functions;
    if (only === undefined) throw new Error('the fast path was assembled to nothing');
    return only.body;
  } finally {
    assembled.destroy();
  }
}
