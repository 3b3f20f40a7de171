/** An option that cannot be: its name, what would be accepted, and what was given. */
export class OptionError extends RangeError {
  override readonly name = 'OptionError';

  /** @param accepted in symbols that need no translation: "0 … 1" */
  constructor(
    readonly field: string,
    readonly accepted: string,
    readonly value: unknown,
  ) {
    super(`${field}: ${accepted}, got ${String(value)}`);
  }
}
