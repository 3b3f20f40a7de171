import type { Frame } from '../engine/diffusion/frame.ts';
import type { Likelihood, LikelihoodProgress } from '../engine/diffusion/likelihood.ts';
import type { Tensor } from '../engine/tensor.ts';
import type { FailureCode, FailureDetail } from './failure.ts';
import type { Manifest } from './manifest.ts';
import type { Recipe } from './recipe.ts';

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
  /** How the weights were checked against the manifest: insecure contexts (plain http) have no SHA-256. */
  readonly integrity: Integrity;
  /** Set when a better backend was tried or looked for and could not be used. */
  readonly fallback: Fallback | null;
}
export type Integrity = 'sha256' | 'length';
export interface Fallback {
  readonly from: Backend;
  readonly reason: FallbackReason;
  /** What the browser or the runtime said, for developers; may be empty. */
  readonly detail: string;
}
export type FallbackReason =
  'no-adapter' | 'software-adapter' | 'ios' | 'create-failed' | 'self-check-failed' | 'device-lost';

/**
 * What is being waited for. Bytes are real: total is null where the server does not say. `runtime` and `weights` arrive
 * side by side, so their messages alternate; `compile` and `warm-up` count 0 of 1, then 1 of 1.
 */
export type LoadPhase = 'runtime' | 'weights' | 'compile' | 'warm-up';
export interface LoadProgress {
  readonly phase: LoadPhase;
  readonly loaded: number;
  readonly total: number | null;
  /** The bytes came from the cache of an earlier visit. */
  readonly cached: boolean;
}

/** A frame with what only the host can know: the time it took. */
export interface TimedFrame extends Frame {
  /**
   * Milliseconds in the worker from the frame before (or the start of the run) to this one, all of it: the network, the
   * sampler, handing the frame over, looking for a cancel. The last frame has no network evaluation, so it takes next
   * to nothing.
   */
  readonly ms: number;
  /** Of those, milliseconds inside the network. */
  readonly networkMs: number;
}

/**
 * What a run starts from in place of the seed's noise: noise at its first level; or a picture, which DDIM inversion then
 * leads to noise on the recipe's levels, as its condition says, unguided.
 */
export type Start = { readonly noise: Tensor } | { readonly picture: Tensor };

/** The sums over a run's frames. */
export interface RunSummary {
  readonly nfe: number;
  readonly ms: number;
  readonly networkMs: number;
}

/** A picture whose likelihood is asked for, and how carefully to estimate it. */
export interface LikelihoodQuestion {
  /** [1, c, h, w] of the model's shape on [-1, 1]; every value counts as the nearest of 256 levels. */
  readonly picture: Tensor;
  readonly condition: Recipe['condition'];
  readonly numSteps: number;
  readonly numProbes: number;
  /** Of the dequantisation and of the probes, uint32. */
  readonly seed: number;
}

export interface LikelihoodAnswer extends Likelihood {
  /** Evaluations of the network. */
  readonly nfe: number;
  /** Milliseconds in the worker. */
  readonly ms: number;
}

/**
 * Page to worker. Ids are the page's; answers carry them. A new run takes the place of the run and of the likelihood under
 * way, a new likelihood that of another one only: it waits for a run.
 */
export type Request =
  | {
      readonly type: 'load';
      readonly id: number;
      readonly model: ModelSource;
      readonly backend: Backend;
      readonly threads: number;
    }
  | { readonly type: 'run'; readonly id: number; readonly recipe: Recipe; readonly start?: Start | undefined }
  | ({ readonly type: 'likelihood'; readonly id: number } & LikelihoodQuestion)
  | { readonly type: 'cancel'; readonly id: number };

/** Worker to page. A load ends in `loaded` or `failed`, a run in `done` or `failed`, a likelihood in `judged` or `failed`. */
export type Response =
  | { readonly type: 'progress'; readonly id: number; readonly progress: LoadProgress }
  | { readonly type: 'loaded'; readonly id: number; readonly loaded: Loaded }
  | { readonly type: 'frames'; readonly id: number; readonly frames: readonly TimedFrame[] }
  | { readonly type: 'done'; readonly id: number; readonly summary: RunSummary }
  | { readonly type: 'judging'; readonly id: number; readonly progress: LikelihoodProgress }
  | { readonly type: 'judged'; readonly id: number; readonly answer: LikelihoodAnswer }
  | { readonly type: 'failed'; readonly id: number; readonly code: FailureCode; readonly detail: FailureDetail }
  /** The GPU is gone, whatever was asked: this worker is of no more use. */
  | { readonly type: 'lost'; readonly reason: string };

/** What the worker knows of a model that it holds. */
export interface Loaded {
  readonly device: string | null;
  readonly integrity: Integrity;
  /** Milliseconds of one evaluation of the network once warm: what the watchdog's patience is scaled by. */
  readonly evaluationMs: number;
}
