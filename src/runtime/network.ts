import type * as Ort from 'onnxruntime-web';
import type { Backend } from '../contract/backend.ts';
import { backendFailure } from './backend-failure.ts';
import type { Evaluate } from './signatures/signature.ts';

/** A session as a signature wants it. */
export interface SessionNetwork {
  readonly evaluate: Evaluate;
  /** Milliseconds spent inside session.run so far. */
  readonly spent: () => number;
  readonly dispose: () => Promise<void>;
}

/**
 * Wraps a session. Calls wait for each other: two runs at once on one WebGPU session freeze the worker for good.
 * @param inputs the shapes by name, as the session was checked to have them
 * @param now milliseconds, from any origin
 */
export function createNetwork(
  ort: typeof Ort,
  session: Ort.InferenceSession,
  inputs: Readonly<Record<string, readonly number[]>>,
  backend: Backend,
  now: () => number,
): SessionNetwork {
  // Made once: what a call is given is copied into these.
  const slots = Object.entries(inputs).map(([name, shape]) => {
    const data = new Float32Array(shape.reduce((product, size) => product * size, 1));
    return { name, data, value: new ort.Tensor('float32', data, shape) };
  });
  const feeds = Object.fromEntries(slots.map(({ name, value }) => [name, value]));
  let spent = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function runSession(): Promise<Float32Array<ArrayBuffer>> {
    const start = now();
    try {
      const [output] = Object.values(await session.run(feeds));
      // One output of float32: checked when the session was made.
      return (output as Ort.TypedTensor<'float32'>).data as Float32Array<ArrayBuffer>;
    } catch (error) {
      throw backendFailure(error, backend);
    } finally {
      spent += now() - start;
    }
  }

  const evaluate: Evaluate = (given) => {
    const result = last.then(() => {
      for (const { name, data } of slots) {
        const values = given[name] ?? NaN;
        if (typeof values === 'number') data.fill(values);
        else data.set(values);
      }
      return runSession();
    });
    last = result.catch(() => undefined);
    return result;
  };

  return { evaluate, spent: () => spent, dispose: () => last.then(() => session.release()) };
}
