/** Reads a WebAssembly binary from front to back. */
export class Reader {
  constructor(
    readonly bytes: Uint8Array,
    public position = 0,
  ) {}

  byte(): number {
    const value = this.bytes[this.position];
    if (value === undefined) throw new Error(`the WebAssembly file ends early, at byte ${this.position}`);
    this.position += 1;
    return value;
  }

  /** An unsigned LEB128 number of at most 32 bits, the form of every length and index. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
    throw new Error(`the number before byte ${this.position} is longer than 32 bits`);
  }

  /** So many bytes, without a copy. */
  take(length: number): Uint8Array {
    const end = this.position + length;
    if (end > this.bytes.length) throw new Error(`the WebAssembly file ends before byte ${end}`);
    const part = this.bytes.subarray(this.position, end);
    this.position = end;
    return part;
  }

  /** A list as WebAssembly writes it: how many, then each. */
  list<T>(read: () => T): T[] {
    return Array.from({ length: this.number() }, read);
  }
}

/** An unsigned number as LEB128. */
export function encodeNumber(value: number): Uint8Array {
  const bytes = [];
  let rest = value;
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Uint8Array.of(...bytes, rest);
}

/** Bytes with their length in front. */
export function encodeSized(...parts: readonly Uint8Array[]): Uint8Array {
  const content = join(...parts);
  return join(encodeNumber(content.length), content);
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
