import type { LoadProgress } from '../contract/tasks.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { Run } from './run.svelte.ts';
import type { Session } from './session.svelte.ts';
import { goOn } from './study.svelte.ts';

/** A run to be made, in a lane of its own. */
export interface Wanted {
  readonly model: CatalogueEntry;
  readonly run: Run;
  readonly lane: string;
}

/**
 * Makes several runs that are looked at together; their lanes take turns, step by step. One that fails stops no other.
 * @throws Failure the first one, when all have ended
 */
export async function generateAll(
  session: Session,
  wanted: readonly Wanted[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: LoadProgress) => void },
): Promise<void> {
  for (const model of new Set(wanted.map(({ model }) => model))) await session.load(model, { signal, onProgress });
  goOn(signal);
  const ended = await Promise.allSettled(
    wanted.map(({ model, run, lane }) => session.generate(run, { model, lane, signal })),
  );
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
