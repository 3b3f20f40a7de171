import type * as Ort from 'onnxruntime-web';
import { Failure } from '../contract/failure.ts';
import type { Backend } from '../contract/backend.ts';
import { backendFailure } from './backend-failure.ts';

type Metadata = Ort.InferenceSession.ValueMetadata;

/** What a model's file has to take and give: float32 of these shapes, one picture at a time. */
export interface Form {
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly output: string;
  /** Of the picture that comes out, [c, h, w]. */
  readonly shape: readonly [c: number, h: number, w: number];
}

/**
 * Compiles a model's file for one picture at a time.
 * @throws Failure backend-failed; model-mismatch when the file does not fit what its manifest promises
 */
export async function createSession(
  ort: typeof Ort,
  file: Uint8Array,
  backend: Backend,
  form: Form,
): Promise<Ort.InferenceSession> {
  // As an object: given as a string, its options are not forwarded.
  const provider = backend === 'webgpu' ? { name: 'webgpu', preferredLayout: 'NHWC' } : { name: 'wasm' };
  let session: Ort.InferenceSession;
  try {
    session = await ort.InferenceSession.create(file, {
      executionProviders: [provider],
      // The further levels take 0.1 to 0.2 s longer to start and are no faster at 28x28 on WASM.
      graphOptimizationLevel: backend === 'wasm' ? 'basic' : 'all',
      freeDimensionOverrides: { N: 1 },
    });
  } catch (error) {
    throw backendFailure(error, backend);
  }
  try {
    checkFit(session, form);
  } catch (error) {
    await session.release();
    throw error;
  }
  return session;
}

function checkFit(session: Ort.InferenceSession, { inputs, output, shape }: Form): void {
  checkNames('inputs', session.inputNames, Object.keys(inputs));
  checkNames('outputs', session.outputNames, [output]);
  for (const metadata of session.inputMetadata) checkShape(metadata, inputs[metadata.name] ?? []);
  for (const metadata of session.outputMetadata) checkShape(metadata, [1, ...shape]);
}

function checkNames(field: string, actual: readonly string[], accepted: readonly string[]): void {
  const fits = actual.length === accepted.length && accepted.every((name) => actual.includes(name));
  if (!fits) throw new Failure('model-mismatch', { field, value: actual.join(', '), accepted: accepted.join(', ') });
}

/** A symbolic size in the file accepts any; the first one is the batch, whatever its name. */
function checkShape(metadata: Metadata, accepted: readonly number[]): void {
  const form = (type: string, shape: readonly (number | string)[]) => `${type}[${shape.join(', ')}]`;
  const value = metadata.isTensor ? form(metadata.type, metadata.shape) : 'no tensor';
  const fits =
    metadata.isTensor &&
    metadata.type === 'float32' &&
    metadata.shape.length === accepted.length &&
    metadata.shape.every((size, axis) => typeof size === 'string' || size === accepted[axis]);
  if (!fits) throw new Failure('model-mismatch', { field: metadata.name, value, accepted: form('float32', accepted) });
}
