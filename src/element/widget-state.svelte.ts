import type { Failure } from '../contract/failure.ts';
import { formatQuery } from '../contract/query.ts';
import type { Playground } from '../features/playground/index.ts';
import type { WidgetPart } from '../features/widget/index.ts';
import type { Emit } from './api.ts';

/** Messages that the console has had: a page with twenty widgets says each once. */
let said: readonly string[] = [];

/** What a widget shows, and what it tells its host. */
export class WidgetState {
  parts = $state.raw<readonly WidgetPart[]>([]);
  #waiting: { readonly resolve: () => void; readonly reject: (reason: unknown) => void }[] = [];

  constructor(
    readonly playground: Playground,
    parts: readonly WidgetPart[],
    private readonly emit: Emit,
  ) {
    this.parts = parts;
  }

  /** To be called while a component is set up: host events follow what the playground does. */
  follow(): void {
    const { playground, emit } = this;
    $effect(() => {
      const { phase } = playground;
      if (phase.name === 'loading' && phase.progress !== null) {
        emit('progress', { phase: 'loading', done: phase.progress.loaded, total: phase.progress.total ?? 0 });
      }
      if (phase.name === 'sampling') {
        emit('progress', { phase: 'sampling', done: phase.run.lastIndex, total: phase.run.recipe.numSteps });
      }
    });
    $effect(() => {
      const { scene } = playground.lanes;
      if (scene === null) return;
      const { index, numSteps, level, live } = scene;
      emit('frame', { index, numSteps, sigma: level.sigma / level.alpha, live });
    });
    $effect(() => {
      const { shown } = playground;
      if (shown === null || shown.source !== 'live' || !shown.ended || !shown.complete || shown.summary === null)
        return;
      emit('done', { recipe: formatQuery(shown.recipe), ms: shown.summary.ms, nfe: shown.summary.nfe });
      this.#settle(({ resolve }) => resolve());
    });
    $effect(() => {
      if (playground.phase.name !== 'failed') return;
      const failure = playground.notices.list.at(-1)?.failure;
      if (failure === undefined) return;
      this.tell(failure);
      this.#settle(({ reject }) => reject(failure));
    });
  }

  /** Settles with the run that `start` begins. */
  nextRun(start: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      start();
    });
  }

  /** The host hears every failure, the console each once. */
  tell({ code, detail, message }: Failure): void {
    if (!said.includes(message)) console.error(`diffusion-playground: ${message}`);
    said = [...said, message];
    this.emit('error', { code, detail, message });
  }

  #settle(each: (waiting: { readonly resolve: () => void; readonly reject: (reason: unknown) => void }) => void): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    waiting.forEach(each);
  }
}
