/** What was said, and by whom. */
export type Log = (direction: 'asked' | 'told', message: unknown) => void;

/** A log of all messages in the browser's console where the page's query has `debug`; none elsewhere. */
export function debugLog(search = (globalThis as { location?: { search: string } }).location?.search): Log | undefined {
  if (!new URLSearchParams(search).has('debug')) return undefined;
  return (direction, message) => console.debug(`worker ${direction}`, withoutArrays(message));
}

/** The message with its arrays of numbers by their length only: a run would fill the console. */
export function withoutArrays(value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return `${value.constructor.name}(${value.byteLength / 4})`;
  if (Array.isArray(value)) return value.map(withoutArrays);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutArrays(inner)]));
}
