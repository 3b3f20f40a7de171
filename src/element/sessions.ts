import type { BackendChoice } from '../contract/tasks.ts';
import { Session } from '../session/session.svelte.ts';

/** Milliseconds for which a page without elements keeps its worker: elements are moved, and come back. */
const lingering = 5000;

interface Kept {
  readonly session: Session;
  users: number;
  timer?: ReturnType<typeof setTimeout>;
}

const sessions = new Map<BackendChoice, Kept>();

/** The session of all elements of a page that ask for this backend. To be given back. */
export function borrowSession(backend: BackendChoice): Session {
  const kept = sessions.get(backend) ?? { session: new Session(backend), users: 0 };
  sessions.set(backend, kept);
  clearTimeout(kept.timer);
  kept.users += 1;
  return kept.session;
}

/** The last one who gives it back ends its worker, a little later. */
export function giveBackSession(backend: BackendChoice): void {
  const kept = sessions.get(backend);
  if (kept === undefined) return;
  kept.users -= 1;
  if (kept.users > 0) return;
  kept.timer = setTimeout(() => {
    sessions.delete(backend);
    kept.session.dispose();
  }, lingering);
}
