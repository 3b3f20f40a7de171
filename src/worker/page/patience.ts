import type { Backend } from '../../contract/backend.ts';
import type { LoadPhase } from '../../contract/tasks/load.ts';

/**
 * Milliseconds to wait for a sign of life while loading. A slow download may take as long as it likes: the worker says every
 * few seconds that it is there (heartbeatMs). A software WebGPU adapter compiles for many seconds without a word.
 * @param phase the phase reported last; null before the first word
 * @param spoke whether the worker has said anything yet: until then its script may be on its way
 */
export function loadPatience(backend: Backend, phase: LoadPhase | null, spoke: boolean): number {
  if (phase === null && !spoke) return 60_000;
  if (phase === null || phase === 'runtime' || phase === 'weights') return 20_000;
  return backend === 'webgpu' ? 180_000 : 60_000;
}

/**
 * Milliseconds to wait for a word. Far above what a step takes, as a machine can be busy with other things; a step may hold
 * several evaluations (guidance, Heun), and WebGPU compiles anew after a pause. How many lanes take turns does not matter:
 * a word in any of them is a sign of life.
 * @param evaluationMs one evaluation of the network, measured after warm-up
 * @param evaluations how many of them there are from one word to the next
 */
export function askPatience(backend: Backend, evaluationMs: number, evaluations: number): number {
  return Math.max(backend === 'webgpu' ? 10_000 : 5_000, 100 * evaluationMs * evaluations);
}
