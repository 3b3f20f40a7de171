/** A piece of a script that is a sampler's own: what it needs, how it gets ready, and one turn of its loop. */
export interface Form {
  /** What it takes from diffusers. */
  readonly schedulers: readonly string[];
  /** Lines before the first noise: the scheduler, or the noise levels. */
  readonly setup: readonly string[];
  /** What the first noise is multiplied by; null for 1. */
  readonly scale: string | null;
  /** The loop's head: its variable runs over the steps, or over the evaluations of a scheduler that counts those. */
  readonly loop: string;
  /** One turn, from x to the next x. Denoises by `denoise(x, sigma)`, which wants alpha = 1. */
  readonly body: readonly string[];
}

/** Lines of a block, one level further in. */
export function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '' : `    ${line}`));
}

/** A call as black writes it: on one line where it fits, else an argument a line. */
export function call(head: string, args: readonly string[]): string[] {
  const line = `${head}(${args.join(', ')})`;
  return line.length <= 100 ? [line] : [`${head}(`, ...args.map((arg) => `    ${arg},`), ')'];
}

/** A number as Python's float, so that no whole number is mistaken for an int. */
export function float(value: number): string {
  const text = String(value);
  return /^-?\d+$/.test(text) ? `${text}.0` : text;
}
