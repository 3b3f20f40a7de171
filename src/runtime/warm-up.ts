import { largestDifference } from '../engine/largest-error.ts';
import { TorchGenerator } from '../engine/rng/torch-generator.ts';
import type { Network } from '../engine/diffusion/predictions.ts';
import type { Tensor } from '../engine/tensor.ts';
import { Failure } from '../contract/failure.ts';
import type { Manifest } from '../contract/manifest.ts';
import { conditionOf, parseWords } from '../contract/words.ts';
import type { Backend } from '../contract/tasks.ts';

/** The first run compiles and allocates; a few more, and the fastest of them is what an evaluation takes. */
const timedRuns = 2;

/**
 * First runs: one whose answer is known (there are GPU drivers that compute wrongly without a word), then timed ones.
 * @returns milliseconds an evaluation
 * @throws Failure self-check-failed
 */
export async function warmUp(
  network: Network,
  manifest: Manifest,
  backend: Backend,
  now: () => number,
): Promise<number> {
  const { seed, sigma, condition } = manifest.selfCheck;
  const { data, shape } = new TorchGenerator(seed).randn([1, ...manifest.shape]);
  const x = { data: data.map((value) => value * sigma), shape };
  const evaluate = () => network(x, sigma, conditionOf(parseWords(condition), manifest.vocabulary));
  check(await evaluate(), manifest, backend);
  let fastest = Infinity;
  for (let k = 0; k < timedRuns; k++) {
    const start = now();
    await evaluate();
    fastest = Math.min(fastest, now() - start);
  }
  return fastest;
}

function check({ data }: Tensor, { selfCheck: { indices, values, tolerance } }: Manifest, backend: Backend): void {
  const difference = largestDifference(
    indices.map((index) => data[index] ?? NaN),
    values,
  );
  if (!(difference <= tolerance)) throw new Failure('self-check-failed', { backend, difference, tolerance });
}
