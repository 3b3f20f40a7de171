import type { Fallback } from './protocol.ts';

/** Remembers for this tab that WebGPU failed, so that a reload does not try it again. */
export interface Memory {
  read(): Fallback | null;
  write(fallback: Fallback): void;
}

const key = 'diffusion-playground:fallback';

/** Memory in sessionStorage. Where that is refused (sandboxed frames, strict settings), nothing is remembered. */
export function tabMemory(): Memory {
  return {
    read() {
      try {
        // Only `write` fills this key, so the form is known; another form fails no worse than showing an odd reason.
        return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Fallback | null;
      } catch {
        return null;
      }
    },
    write(fallback) {
      try {
        sessionStorage.setItem(key, JSON.stringify(fallback));
      } catch {
        // The next visit tries WebGPU again, which costs time and no more.
      }
    },
  };
}
