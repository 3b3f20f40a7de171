import type * as Ort from 'onnxruntime-web';
import type { Network } from '../engine/diffusion/predictions.ts';
import { sizeOf, tensor, type Shape } from '../engine/tensor.ts';
import { Failure } from '../contract/failure.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Backend } from '../contract/tasks.ts';

/** A session as the engine wants it. */
export interface SessionNetwork {
  /** x: [1,c,h,w], sigma, condition: [V] -> the estimate x0, in an array of its own. @throws Failure backend-failed */
  readonly evaluate: Network;
  /** Milliseconds spent inside session.run so far. */
  readonly spent: () => number;
  readonly dispose: () => Promise<void>;
}

/**
 * Wraps a session. Calls wait for each other: two runs at once on one WebGPU session freeze the worker for good.
 * @param now milliseconds, from any origin
 */
export function createNetwork(
  ort: typeof Ort,
  session: Ort.InferenceSession,
  { shape: [c, h, w], vocabulary }: Manifest,
  backend: Backend,
  now: () => number,
): SessionNetwork {
  const shape: Shape = [1, c, h, w];
  const x = new Float32Array(sizeOf(shape));
  const sigma = new Float32Array(1);
  const condition = new Float32Array(vocabulary.length);
  const feeds = {
    x: new ort.Tensor('float32', x, shape),
    sigma: new ort.Tensor('float32', sigma, [1]),
    ...(vocabulary.length > 0 && { condition: new ort.Tensor('float32', condition, [1, vocabulary.length]) }),
  };
  let spent = 0;
  let last: Promise<unknown> = Promise.resolve();

  async function runSession(): Promise<Float32Array<ArrayBuffer>> {
    const start = now();
    try {
      const { denoised } = await session.run(feeds);
      // Checked against the manifest when the session was made.
      return (denoised as Ort.TypedTensor<'float32'>).data as Float32Array<ArrayBuffer>;
    } catch (error) {
      throw new Failure('backend-failed', { backend, reason: String(error) }, { cause: error });
    } finally {
      spent += now() - start;
    }
  }

  const evaluate: Network = (input, noise, words) => {
    const result = last.then(async () => {
      x.set(input.data);
      sigma[0] = noise;
      condition.set(words);
      return tensor(shape, await runSession());
    });
    last = result.catch(() => undefined);
    return result;
  };

  return { evaluate, spent: () => spent, dispose: () => last.then(() => session.release()) };
}
