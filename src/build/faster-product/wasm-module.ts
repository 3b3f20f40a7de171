import { encodeNumber, encodeSized, join, Reader } from './bytes.ts';

/** The sections that are looked into; all others are copied as they are. */
const section = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;

/** What each file begins with: "\0asm", version 1. */
const header = Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00);

/** One function that the module defines. */
export interface WasmFunction {
  /** Its parameters and results as the binary format writes them: 0x60, then two lists of value types. */
  readonly type: Uint8Array;
  /** Its local variables and its code. */
  readonly body: Uint8Array;
}

export interface WasmModule {
  readonly sections: readonly { readonly id: number; readonly content: Uint8Array }[];
  /** Without those that the module imports. */
  readonly functions: readonly WasmFunction[];
}

/**
 * Takes a binary module apart as far as is needed to replace functions.
 * @throws Error for a file that is none, or has types other than plain functions
 */
export function readModule(bytes: Uint8Array): WasmModule {
  const reader = new Reader(bytes);
  if (Buffer.compare(reader.take(header.length), header) !== 0) throw new Error('this is no WebAssembly file');
  const sections: { id: number; content: Uint8Array }[] = [];
  while (reader.position < bytes.length) {
    const id = reader.byte();
    sections.push({ id, content: reader.take(reader.number()) });
  }
  const contentOf = (id: number) => new Reader(sections.find((each) => each.id === id)?.content ?? Uint8Array.of(0));

  const types = readTypes(contentOf(section.type));
  const typeIndices = contentOf(section.function);
  const code = contentOf(section.code);
  const bodies = code.list(() => code.take(code.number()));
  const functions = typeIndices
    .list(() => types[typeIndices.number()])
    .map((type, index) => {
      const body = bodies[index];
      if (type === undefined || body === undefined) throw new Error(`function ${index} has no type or no body`);
      return { type, body };
    });
  return { sections, functions };
}

function readTypes(reader: Reader): Uint8Array[] {
  return reader.list(() => {
    const start = reader.position;
    if (reader.byte() !== 0x60) throw new Error(`the type at byte ${start} of the types is not that of a function`);
    reader.take(reader.number());
    reader.take(reader.number());
    return reader.bytes.subarray(start, reader.position);
  });
}

/** The same module with some functions' bodies replaced; nothing else changes its place or its number. */
export function withBodies(module: WasmModule, replaced: ReadonlyMap<WasmFunction, Uint8Array>): Uint8Array {
  const bodies = module.functions.map((each) => encodeSized(replaced.get(each) ?? each.body));
  const sections = module.sections.flatMap(({ id, content }) => [
    Uint8Array.of(id),
    encodeSized(...(id === section.code ? [encodeNumber(bodies.length), ...bodies] : [content])),
  ]);
  return join(header, ...sections);
}

/**
 * A module of one function alone, exported as "run". It imports its memory as "host.memory".
 * Only for a function that calls no other and uses no global variable.
 */
export function standAlone({ type, body }: WasmFunction): Uint8Array {
  const one = encodeNumber(1);
  const text = (name: string) => encodeSized(Buffer.from(name));
  const anyMemory = Uint8Array.of(0x02, 0x00, 0x00);
  const first = Uint8Array.of(0x00, 0x00);
  const parts: [number, ...Uint8Array[]][] = [
    [section.type, one, type],
    [section.import, one, text('host'), text('memory'), anyMemory],
    [section.function, one, encodeNumber(0)],
    [section.export, one, text('run'), first],
    [section.code, one, encodeSized(body)],
  ];
  return join(header, ...parts.flatMap(([id, ...content]) => [Uint8Array.of(id), encodeSized(...content)]));
}
