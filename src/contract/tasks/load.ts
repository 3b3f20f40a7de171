import type { Backend, Integrity } from '../backend.ts';
import type { AnyManifest } from '../manifest.ts';

/** Makes a model ready to run; at once where it is ready already. */
export interface LoadTask {
  readonly ask: LoadOrder;
  readonly tell: LoadProgress;
  readonly answer: Loaded;
}

/** A model to load: its manifest and the absolute address of its file. */
export interface ModelSource {
  readonly manifest: AnyManifest;
  readonly url: string;
}

export interface LoadOrder {
  readonly source: ModelSource;
  readonly backend: Backend;
  readonly threads: number;
}

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

/** What the worker knows of a model that it holds. */
export interface Loaded {
  readonly device: string | null;
  readonly integrity: Integrity;
  /** Milliseconds of one evaluation of the network once warm: what the watchdog's patience is scaled by. */
  readonly evaluationMs: number;
}

/** What a model goes by in messages: its id, and which file it is. */
export function keyOf({ manifest: { id, sha256 } }: { readonly manifest: Pick<AnyManifest, 'id' | 'sha256'> }): string {
  return `${id}@${sha256}`;
}
