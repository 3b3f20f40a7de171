import { unless } from './abort.ts';
import type { Memory } from './memory.ts';
import type { Backend, BackendChoice, Fallback } from '../../contract/backend.ts';

/** What the decision looks at. Tests hand in their own. */
export interface Surroundings {
  readonly gpu: { requestAdapter(): Promise<Adapter | null> } | undefined;
  readonly userAgent: string;
  readonly platform: string;
  readonly touchPoints: number;
  readonly cores: number;
  readonly isolated: boolean;
}

/** The part of a GPUAdapter that matters here; older browsers say `isFallbackAdapter` on the adapter itself. */
interface Adapter {
  readonly info?: { readonly isFallbackAdapter?: boolean; readonly architecture?: string; readonly vendor?: string };
  readonly isFallbackAdapter?: boolean;
}

/** What to start with. */
export interface Plan {
  readonly backend: Backend;
  readonly threads: number;
  readonly fallback: Fallback | null;
}

/** After a restart of the GPU process an adapter can be missing for a moment. */
const secondLookAfterMs = 500;

/** The browser this runs in. */
export function here(): Surroundings {
  return {
    gpu: navigator.gpu,
    userAgent: navigator.userAgent,
    platform: navigator.platform,
    touchPoints: navigator.maxTouchPoints,
    cores: navigator.hardwareConcurrency,
    // Isolation alone is not enough: a browser may still withhold shared memory.
    isolated: crossOriginIsolated && typeof SharedArrayBuffer !== 'undefined',
  };
}

/**
 * Chooses a backend before any WebAssembly is fetched, as each has its own file.
 * `webgpu` takes a software adapter and iOS too (tests, the curious); `auto` does not.
 * @throws Failure cancelled
 */
export async function chooseBackend(
  choice: BackendChoice,
  surroundings: Surroundings,
  memory: Pick<Memory, 'adapterMissing' | 'noteAdapter'>,
  signal: AbortSignal,
): Promise<Plan> {
  if (choice === 'wasm') return onWasm(surroundings, null);
  // WebGPU computes wrongly or crashes there: onnxruntime issues 27584 and 26827.
  if (choice === 'auto' && isIos(surroundings)) return onWasm(surroundings, because('ios', ''));
  const adapter = await findAdapter(surroundings, memory.adapterMissing(), signal);
  memory.noteAdapter(adapter !== null);
  if (adapter === null) return onWasm(surroundings, because('no-adapter', ''));
  const software = softwareName(adapter);
  if (choice === 'auto' && software !== null) return onWasm(surroundings, because('software-adapter', software));
  return { backend: 'webgpu', threads: 1, fallback: null };
}

/** WASM, with the reason when it is the second choice. Threads need a page that is cross-origin isolated. */
export function onWasm({ isolated, cores }: Surroundings, fallback: Fallback | null): Plan {
  return { backend: 'wasm', threads: isolated ? Math.max(1, Math.min(4, Math.floor(cores / 2))) : 1, fallback };
}

function because(reason: Fallback['reason'], detail: string): Fallback {
  return { from: 'webgpu', reason, detail };
}

/** iPadOS calls itself a Mac; no Mac has a touch screen. */
function isIos({ userAgent, platform, touchPoints }: Surroundings): boolean {
  return /iPhone|iPad|iPod/.test(userAgent) || (platform === 'MacIntel' && touchPoints > 1);
}

/** Looks twice, except where there was none the last time: most browsers without an adapter never have one. */
async function findAdapter({ gpu }: Surroundings, once: boolean, signal: AbortSignal): Promise<Adapter | null> {
  if (gpu === undefined) return null;
  const look = () => gpu.requestAdapter().catch(() => null);
  const adapter = await look();
  if (adapter !== null || once) return adapter;
  await unless(signal, new Promise((resolve) => setTimeout(resolve, secondLookAfterMs)));
  return look();
}

/** The name of an adapter that computes on the CPU, null for a real one. Not every such adapter says so itself. */
function softwareName({ info, isFallbackAdapter }: Adapter): string | null {
  const name = [info?.vendor, info?.architecture].filter(Boolean).join(' ');
  const software = info?.isFallbackAdapter ?? isFallbackAdapter ?? false;
  return software || /swiftshader|llvmpipe|lavapipe/i.test(name) ? name : null;
}
