/** Everything that can go wrong and that a visitor is told about. The message files hold a text for each. */
export type FailureCode =
  | 'cancelled'
  | 'recipe-invalid' // detail: field, value, accepted
  | 'manifest-invalid' // detail: field, value, accepted
  | 'download-failed' // detail: url, status?
  | 'hash-mismatch' // detail: url, expected, actual
  | 'model-mismatch' // detail: field, value, accepted (the ONNX file does not fit its manifest)
  | 'level-out-of-range' // detail: sigma, accepted
  | 'self-check-failed' // detail: backend, difference, tolerance
  | 'backend-failed' // detail: backend, reason
  | 'no-webassembly' // there is none, or none with SIMD
  | 'out-of-memory'
  | 'worker-lost' // detail: reason
  | 'model-absent' // the worker let go of a model since; it is loaded again
  | 'recipe-file-invalid' // detail: name, field, value, accepted (a recipe's file that a visitor hands in)
  | 'picture-invalid' // detail: name, formats, megabytes, megapixels (a file that a visitor hands in)
  | 'index-missing' // detail: status? (the index of training pictures did not arrive)
  | 'canvas-unreadable' // the browser hands out other pixels than were drawn
  | 'part-missing' // a part of the page that comes late did not: the page has changed since, or the connection broke
  | 'unexpected'; // detail: reason

/** What is told with a code: short values by name; it crosses from the worker as plain data. */
export type FailureDetail = Readonly<Record<string, string | number>>;

/** An error with a code that the page can explain in the visitor's language. `message` is for developers. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly code: FailureCode,
    readonly detail: FailureDetail = {},
    options?: ErrorOptions,
  ) {
    super(
      `${code}: ${Object.entries(detail)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
      options,
    );
  }
}

/** What browsers and Vite say where the code or the styles of a part that comes late do not arrive, or not as code. */
const partMissing =
  /dynamically imported module|Importing a module script failed|Unable to preload CSS|MIME type.*module script/i;

/** Whatever was thrown, as a Failure: `unexpected` where nobody foresaw it. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const reason = String(error);
  if (partMissing.test(reason)) return new Failure('part-missing', {}, { cause: error });
  return new Failure('unexpected', { reason }, { cause: error });
}
