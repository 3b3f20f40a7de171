import { asFailure, Failure } from '../contract/failure.ts';

/** Where work that takes time stands; one thing at a time. */
export type StudyPhase<Progress> =
  | { readonly name: 'idle' }
  | { readonly name: 'running'; readonly progress: Progress | null }
  | { readonly name: 'done' }
  | { readonly name: 'failed'; readonly failure: Failure };

/** The work itself: it tells of its progress, and ends soon after the signal is aborted. */
export type Work<Progress> = (signal: AbortSignal, tell: (progress: Progress) => void) => Promise<void>;

/**
 * Start, progress, fail, stop: what everything that takes time has in common. Only the newest work counts: what an older
 * one still tells, or how it fails, is lost.
 */
export class Study<Progress = never> {
  phase = $state.raw<StudyPhase<Progress>>({ name: 'idle' });
  readonly running = $derived(this.phase.name === 'running');
  readonly progress = $derived(this.phase.name === 'running' ? this.phase.progress : null);
  readonly failure = $derived(this.phase.name === 'failed' ? this.phase.failure : null);
  #abort: AbortController | null = null;

  /** Starts, in place of what is under way. Never rejects: a failure is the phase. */
  async start(work: Work<Progress>): Promise<void> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const become = (phase: StudyPhase<Progress>) => {
      if (this.#abort === abort && !abort.signal.aborted) this.phase = phase;
    };
    become({ name: 'running', progress: null });
    try {
      await work(abort.signal, (progress) => become({ name: 'running', progress }));
      become({ name: 'done' });
    } catch (error) {
      const failure = asFailure(error);
      become(failure.code === 'cancelled' ? { name: 'idle' } : { name: 'failed', failure });
    }
  }

  /** Ends what is under way; what was done or has failed stays as it is. */
  stop(): void {
    this.#abort?.abort();
    if (this.running) this.phase = { name: 'idle' };
  }
}

/** @throws Failure cancelled where the signal is aborted: for work in several parts. */
export function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
