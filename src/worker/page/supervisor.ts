import { asFailure, Failure } from '../../contract/failure.ts';
import { chooseBackend, onWasm, type Plan, type Surroundings } from './backend.ts';
import { connect, type Endpoint, type Link } from './link.ts';
import type { Memory } from './memory.ts';
import { loadPatience } from './patience.ts';
import type { Backend, BackendChoice, BackendReport, Loaded, LoadProgress, ModelSource } from '../../contract/tasks.ts';
import { isFatal, isLoss, planAfter, type Setback } from './recovery.ts';

/** What the page wants a worker to hold. */
export interface Job {
  readonly model: ModelSource;
  readonly choice: BackendChoice;
  readonly signal: AbortSignal;
  readonly onProgress: ((progress: LoadProgress) => void) | undefined;
}

/** A worker that holds a model. */
export interface Held {
  readonly link: Link;
  readonly loaded: Loaded;
  readonly report: BackendReport;
}

export interface Tools {
  readonly spawn: () => Endpoint;
  readonly surroundings: Surroundings;
  readonly memory: Memory;
  readonly onBackend: ((report: BackendReport) => void) | undefined;
}

/** Keeps one worker at a time, and replaces it by the rules of recovery.ts. */
export class Supervisor {
  readonly #tools: Tools;
  #link: Link | null = null;
  /** What the worker at hand was started for: it can't change its backend. */
  #backend: Backend | null = null;
  #plan: { readonly job: Job; readonly plan: Plan } | null = null;
  #losses = 0;
  #lastId = 0;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  /** Loads the job's model, in as many workers as it takes. @throws Failure when there is nothing left to try. */
  async bringUp(job: Job): Promise<Held> {
    for (let restarts = 0; ; restarts++) {
      try {
        return await this.#load(job);
      } catch (error) {
        this.recover(error, 'load', restarts);
      }
    }
  }

  /** Prepares another try after a failure. @throws the failure when another try makes no sense. */
  recover(error: unknown, during: Setback['during'], restarts: number): void {
    const failure = asFailure(error);
    const current = this.#plan;
    if (isFatal(failure)) this.close(failure);
    if (current === null) throw failure;
    if (isLoss(current.plan, { failure, during })) this.#losses += 1;
    const setback = { failure, during, restarts, losses: this.#losses };
    const plan = planAfter(current.plan, setback, this.#tools.surroundings);
    if (plan === null) throw failure;
    if (plan.fallback !== null && plan !== current.plan) this.#tools.memory.noteFailed(plan.fallback);
    this.#plan = { job: current.job, plan };
  }

  /** Ends the worker at hand, if any; whoever waits for it is told `failure`. */
  close(failure: Failure): void {
    this.#link?.close(failure);
    this.#link = null;
    this.#backend = null;
  }

  async #load(job: Job): Promise<Held> {
    // The worker's script arrives while the browser looks for an adapter.
    this.#open();
    const plan = await this.#planFor(job);
    const { backend, threads, fallback } = plan;
    if (this.#backend !== null && this.#backend !== backend) this.close(new Failure('cancelled'));
    const link = this.#open();
    this.#backend = backend;
    const { loaded } = await link.ask(
      { type: 'load', id: this.nextId(), model: job.model, backend, threads },
      {
        signal: job.signal,
        patience: (last) => loadPatience(backend, last?.type === 'progress' ? last.progress.phase : null),
        onProgress: (message) => message.type === 'progress' && job.onProgress?.(message.progress),
      },
    );
    const { device, integrity } = loaded;
    const report: BackendReport = { backend, threads, device, integrity, fallback };
    this.#tools.onBackend?.(report);
    return { link, loaded, report };
  }

  #open(): Link {
    if (this.#link?.ended() === null) return this.#link;
    this.#backend = null;
    try {
      return (this.#link = connect(this.#tools.spawn()));
    } catch (error) {
      // A page's security policy may forbid workers.
      throw new Failure('worker-lost', { reason: String(error) }, { cause: error });
    }
  }

  async #planFor(job: Job): Promise<Plan> {
    if (this.#plan?.job === job) return this.#plan.plan;
    const { surroundings, memory } = this.#tools;
    const remembered = job.choice === 'auto' ? memory.failed() : null;
    const plan = remembered
      ? onWasm(surroundings, remembered)
      : await chooseBackend(job.choice, surroundings, memory, job.signal);
    this.#plan = { job, plan };
    return plan;
  }
}
