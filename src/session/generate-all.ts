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

/** Makes several runs that are looked at together; their lanes take turns. @throws Failure of the first that fails */
export async function generateAll(
  session: Session,
  wanted: readonly Wanted[],
  { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (progress: LoadProgress) => void },
): Promise<void> {
  let loaded: CatalogueEntry | null = null;
  for (const { model, run, lane } of wanted) {
    if (loaded !== model) await session.load(model, { signal, onProgress });
    loaded = model;
    goOn(signal);
    await session.generate(run, { model, lane, signal });
  }
}
