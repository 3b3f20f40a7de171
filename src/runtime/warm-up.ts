import { largestDifference } from '../engine/largest-error.ts';
import type { Backend } from '../contract/backend.ts';
import { Failure } from '../contract/failure.ts';
import type { AnyManifest } from '../contract/manifest.ts';
import type { Evaluate, Feeds } from './signatures/signature.ts';

/** What any family's manifest knows of an answer. */
type SelfCheck = Pick<AnyManifest['selfCheck'], 'indices' | 'values' | 'tolerance'>;

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
  selfCheck: SelfCheck,
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

function check(data: Float32Array, { indices, values, tolerance }: SelfCheck, backend: Backend): void {
  const difference = largestDifference(
    indices.map((index) => data[index] ?? NaN),
    values,
  );
  if (!(difference <= tolerance)) throw new Failure('self-check-failed', { backend, difference, tolerance });
}
