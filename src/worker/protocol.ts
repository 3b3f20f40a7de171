import type { Frame } from '../engine/frame.ts';
import type { FailureCode, FailureDetail } from '../recipe/failure.ts';
import type { Manifest } from '../recipe/manifest.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** What the visitor may ask for in `?backend=`; auto decides by what the browser has. */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm';
export type Backend = 'webgpu' | 'wasm';

/** A model to load: its manifest and the absolute address of its file. */
export interface ModelSource {
  readonly manifest: Manifest;
  readonly url: string;
}

/** Which backend runs, and why if it is not the first choice. */
export interface BackendReport {
  readonly backend: Backend;
  /** WASM threads; 1 on WebGPU. */
  readonly threads: number;
  /** The name the GPU gives itself, where it does. */
  readonly device: string | null;
  /** Set when a better backend was tried or looked for and could not be used. */
  readonly fallback: { readonly from: Backend; readonly reason: FallbackReason; readonly detail: string } | null;
}
export type FallbackReason =
  | 'no-adapter'
  | 'software-adapter'
  | 'ios'
  | 'create-failed'
  | 'self-check-failed'
  | 'device-lost';

/** What is being waited for. Bytes are real: total is null where the server does not say. */
export type LoadPhase = 'runtime' | 'weights' | 'compile' | 'warm-up';
export interface LoadProgress {
  readonly phase: LoadPhase;
  readonly loaded: number;
  readonly total: number | null;
  /** The bytes came from the cache of an earlier visit. */
  readonly cached: boolean;
}

/** A frame with what only the host can know: the time its step took. */
export interface TimedFrame extends Frame {
  /** Milliseconds the step took in the worker, and of those inside the network. 0 in the last frame. */
  readonly ms: number;
  readonly networkMs: number;
}

export interface RunSummary {
  readonly nfe: number;
  readonly ms: number;
  readonly networkMs: number;
}

/** Page to worker. Ids are the page's; answers carry them. */
export type Request =
  | { readonly type: 'load'; readonly id: number; readonly model: ModelSource; readonly backend: Backend; readonly threads: number }
  | { readonly type: 'run'; readonly id: number; readonly recipe: Recipe }
  | { readonly type: 'cancel'; readonly id: number };

/** Worker to page. */
export type Response =
  | { readonly type: 'progress'; readonly id: number; readonly progress: LoadProgress }
  | { readonly type: 'loaded'; readonly id: number; readonly device: string | null }
  | { readonly type: 'frame'; readonly id: number; readonly frame: TimedFrame }
  | { readonly type: 'done'; readonly id: number; readonly summary: RunSummary }
  | { readonly type: 'failed'; readonly id: number; readonly code: FailureCode; readonly detail: FailureDetail };
