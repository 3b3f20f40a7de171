import type { LoadProgress } from '../../contract/tasks.ts';
import type { Run } from '../../session/run.svelte.ts';

/** What the playground is doing; one thing at a time. */
export type Phase =
  | { readonly name: 'waiting' }
  | { readonly name: 'loading'; readonly progress: LoadProgress | null }
  | { readonly name: 'idle' }
  /** `long` once it has taken so long that a visitor may want to stop it. */
  | { readonly name: 'sampling'; readonly run: Run; readonly long: boolean }
  | { readonly name: 'failed'; readonly retry: () => void };

/** Milliseconds after which a run can be stopped by its button: before, the button would only flicker. */
export const longAfter = 500;
