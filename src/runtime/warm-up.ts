import type { Backend } from '../contract/backend.ts';
import { Failure } from '../contract/failure.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Evaluate, Feeds } from './signatures/signature.ts';

/** The first run compiles and allocates; a few more, and the fastest of them is what an evaluation takes. */
const timedRuns = 2;

/**
 * First runs: one whose answer is known (there are GPU drivers that compute wrongly without a word), then timed ones.
 * @param feeds what the self-check of the manifest is an evaluation of
 * @returns milliseconds an evaluation
 * @throws Failure self-check-failed
 */
export async function warmUp(
  evaluate: Evaluate,
  feeds: Feeds,
  { selfCheck }: Pick<Manifest, 'selfCheck'>,
  backend: Backend,
  now: () => number,
): Promise<number> {
  check(await evaluate(feeds), selfCheck, backend);
  let fastest = Infinity;
  for (let k = 0; k < timedRuns; k++) {
    const start = now();
    await evaluate(feeds);
    fastest = Math.min(fastest, now() - start);
  }
  return fastest;
}

function check(data: Float32Array, { indices, values, tolerance }: Manifest['selfCheck'], backend: Backend): void {
  const difference = Math.max(...indices.map((index, k) => Math.abs((data[index] ?? NaN) - (values[k] ?? NaN))));
  // NaN is not within any tolerance.
  if (!(difference <= tolerance)) throw new Failure('self-check-failed', { backend, difference, tolerance });
}
