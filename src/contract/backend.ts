/** What the visitor may ask for in `?backend=`; auto decides by what the browser has. */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm';
export type Backend = 'webgpu' | 'wasm';

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
