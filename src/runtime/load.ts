import type * as Ort from 'onnxruntime-web';
import type { Denoiser } from '../engine/diffusion/denoiser.ts';
import { fromUnitAlpha } from '../engine/diffusion/predictions.ts';
import { Failure } from '../contract/failure.ts';
import type { Manifest } from '../contract/manifest.ts';
import type { Backend, Loaded, LoadPhase, LoadProgress, ModelSource } from '../contract/tasks.ts';
import { gpuOf } from './gpu.ts';
import { createNetwork } from './network.ts';
import { createRuntime } from './runtime.ts';
import { createSession } from './session.ts';
import { warmUp } from './warm-up.ts';
import { fetchWeights, type WeightsTools } from './weights.ts';

/** A model that is ready to run. */
export interface LoadedModel extends Loaded {
  readonly manifest: Manifest;
  readonly denoiser: Denoiser;
  /** Milliseconds spent inside session.run so far. */
  readonly spent: () => number;
  /** Settles, with the reason, when the GPU is lost; never on WASM. */
  readonly lost: Promise<string>;
  readonly dispose: () => Promise<void>;
}

export interface Order {
  readonly model: ModelSource;
  readonly backend: Backend;
  readonly threads: number;
}

export interface LoadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

export interface LoaderTools extends WeightsTools {
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

type Report = (phase: LoadPhase, loaded: number, total: number | null, cached?: boolean) => void;

/**
 * Makes a worker's loader. The runtime stays for the next model.
 * The loader throws Failure download-failed, hash-mismatch, model-mismatch, backend-failed, self-check-failed, cancelled.
 */
export function createLoader(tools: LoaderTools): (order: Order, options: LoadOptions) => Promise<LoadedModel> {
  const fetchRuntime = createRuntime(tools.download);

  return async ({ model: { manifest, url }, backend, threads }, { signal, onProgress }) => {
    const report: Report = (phase, loaded, total, cached = false) => onProgress({ phase, loaded, total, cached });
    const [ort, { bytes, integrity }] = await Promise.all([
      fetchRuntime({ backend, threads, signal, onBytes: (loaded, total) => report('runtime', loaded, total) }),
      fetchWeights(manifest, url, tools, {
        signal,
        onBytes: (loaded, total, cached) => report('weights', loaded, total, cached),
      }),
    ]);
    const started = await start(ort, bytes, manifest, backend, { signal, report, now: tools.now });
    return { ...started, ...(await gpuOf(ort, backend)), manifest, integrity };
  };
}

/** Compiles, checks and warms up. */
async function start(
  ort: typeof Ort,
  file: Uint8Array,
  manifest: Manifest,
  backend: Backend,
  { signal, report, now }: { signal: AbortSignal; report: Report; now: () => number },
): Promise<Pick<LoadedModel, 'denoiser' | 'spent' | 'dispose' | 'evaluationMs'>> {
  throwIfCancelled(signal);
  report('compile', 0, 1);
  const session = await createSession(ort, file, backend, manifest);
  const { evaluate, spent, dispose } = createNetwork(ort, session, manifest, backend, now);
  try {
    throwIfCancelled(signal);
    report('compile', 1, 1);
    report('warm-up', 0, 1);
    const evaluationMs = await warmUp(evaluate, manifest, backend, now);
    throwIfCancelled(signal);
    report('warm-up', 1, 1);
    return { denoiser: fromUnitAlpha(evaluate, manifest.prediction), spent, dispose, evaluationMs };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
