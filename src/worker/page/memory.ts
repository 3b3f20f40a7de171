import type { Fallback } from '../../contract/backend.ts';

/** What earlier pages learned of this browser. */
export interface Memory {
  /** Why WebGPU was given up in this tab; null when it was not. */
  failed(): Fallback | null;
  noteFailed(fallback: Fallback): void;
  /** Whether the last look for an adapter, in whatever tab, found none. */
  adapterMissing(): boolean;
  noteAdapter(found: boolean): void;
}

const failedKey = 'diffusion-playground:webgpu-failed';
const missingKey = 'diffusion-playground:no-adapter';

/** Memory in the browser's storage. Where that is refused (sandboxed frames, strict settings), nothing is remembered. */
export function browserMemory(): Memory {
  return {
    failed: () => attempt(() => parse(sessionStorage.getItem(failedKey))) ?? null,
    noteFailed: (fallback) => attempt(() => sessionStorage.setItem(failedKey, JSON.stringify(fallback))),
    adapterMissing: () => attempt(() => localStorage.getItem(missingKey) !== null) ?? false,
    noteAdapter: (found) =>
      attempt(() => (found ? localStorage.removeItem(missingKey) : localStorage.setItem(missingKey, '1'))),
  };
}

function parse(text: string | null): Fallback | null {
  const value = JSON.parse(text ?? 'null') as Partial<Fallback> | null;
  // Whatever else lies under this key is left alone.
  return typeof value?.reason === 'string' && value.from === 'webgpu' ? (value as Fallback) : null;
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
