import type { Backend, LoadPhase } from '../../contract/tasks.ts';

/**
 * Milliseconds to wait for a sign of life while loading. Downloads look after themselves: they notice a stalled
 * connection, and a slow one may take as long as it likes. A software WebGPU adapter compiles for many seconds without
 * a word.
 * @param phase the phase reported last; null before the worker's first word
 */
export function loadPatience(backend: Backend, phase: LoadPhase | null): number {
  if (phase === null) return 60_000;
  if (phase === 'runtime' || phase === 'weights') return Infinity;
  return backend === 'webgpu' ? 180_000 : 60_000;
}

/**
 * Milliseconds to wait for a frame. Far above what a step takes, as a machine can be busy with other things; a step
 * may hold several evaluations (guidance, Heun), and WebGPU compiles anew after a pause.
 * @param evaluationMs one evaluation of the network, measured after warm-up
 */
export function runPatience(backend: Backend, evaluationMs: number): number {
  return Math.max(backend === 'webgpu' ? 10_000 : 5_000, 100 * evaluationMs);
}
