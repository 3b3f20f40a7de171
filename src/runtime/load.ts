import type * as Ort from 'onnxruntime-web';
import type { Backend } from '../contract/backend.ts';
import { Failure } from '../contract/failure.ts';
import type { ManifestOf } from '../contract/families/parts.ts';
import type { FamilyId } from '../contract/options.ts';
import type { AnyModel, Model } from '../contract/model.ts';
import type { LoadOrder, LoadPhase, LoadProgress } from '../contract/tasks/load.ts';
import { gpuOf } from './gpu.ts';
import { createNetwork } from './network.ts';
import { createRuntime } from './runtime.ts';
import { createSession } from './session.ts';
import { signatures } from './signatures/index.ts';
import { warmUp } from './warm-up.ts';
import { fetchWeights, type WeightsTools } from './weights.ts';

export interface LoaderTools extends WeightsTools {
  /** Milliseconds, from any origin. */
  readonly now: () => number;
}

interface LoaderOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/** Fetches all that a model takes; what it gives compiles, checks and warms up. */
type Loader = (order: LoadOrder, options: LoaderOptions) => Promise<() => Promise<AnyModel>>;

type Report = (phase: LoadPhase, loaded: number, total: number | null, cached?: boolean) => void;

interface Surroundings {
  readonly backend: Backend;
  readonly signal: AbortSignal;
  readonly report: Report;
  readonly now: () => number;
}

/**
 * Makes a worker's loader (worker/thread/models.ts). The runtime stays for the next model.
 * The loader throws Failure download-failed, hash-mismatch, cancelled; what it gives model-mismatch, backend-failed,
 * self-check-failed, cancelled.
 */
export function createLoader(tools: LoaderTools): Loader {
  const fetchRuntime = createRuntime(tools.download);

  return async ({ source: { manifest, url }, backend, threads }, { signal, onProgress }) => {
    const report: Report = (phase, loaded, total, cached = false) => onProgress({ phase, loaded, total, cached });
    const [ort, { bytes, integrity }] = await Promise.all([
      fetchRuntime({ backend, threads, signal, onBytes: (loaded, total) => report('runtime', loaded, total) }),
      fetchWeights(manifest, url, tools, {
        signal,
        onBytes: (loaded, total, cached) => report('weights', loaded, total, cached),
      }),
    ]);
    return async () => {
      const surroundings = { backend, signal, report, now: tools.now };
      const started = await start(manifest.family, ort, bytes, manifest, surroundings);
      // Of one family in all its parts: the compiler does not follow that through a table of families.
      return { ...started, ...(await gpuOf(ort, backend)), integrity } as AnyModel;
    };
  };
}

/** Compiles, checks and warms up. */
async function start<F extends FamilyId>(
  family: F,
  ort: typeof Ort,
  file: Uint8Array,
  manifest: ManifestOf<F>,
  { backend, signal, report, now }: Surroundings,
): Promise<Omit<Model<F>, 'device' | 'lost' | 'integrity'>> {
  const signature = signatures[family];
  throwIfCancelled(signal);
  report('compile', 0, 1);
  const inputs = signature.inputs(manifest);
  const shape = signature.outputShape?.(manifest) ?? manifest.shape;
  const session = await createSession(ort, file, backend, { inputs, output: signature.output, shape });
  const { evaluate, spent, dispose } = createNetwork(ort, session, inputs, backend, now);
  try {
    throwIfCancelled(signal);
    report('compile', 1, 1);
    report('warm-up', 0, 1);
    const evaluationMs = await warmUp(evaluate, signature.selfCheck(manifest), manifest.selfCheck, backend, now);
    throwIfCancelled(signal);
    report('warm-up', 1, 1);
    return { family, manifest, network: signature.network(evaluate, manifest), spent, dispose, evaluationMs };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
