import type { Backend, BackendChoice } from '../../contract/backend.ts';
import { asFailure, Failure } from '../../contract/failure.ts';
import { unless } from './abort.ts';
import { chooseBackend, onWasm, type Plan, type Surroundings } from './backend.ts';
import type { Log } from './debug.ts';
import { connect, type Endpoint, type Link } from './link.ts';
import type { Memory } from './memory.ts';
import { isFatal, isLoss, planAfter, type Setback } from './recovery.ts';

/** A worker, and what it was started for. */
export interface Started {
  readonly link: Link;
  readonly plan: Plan;
}

export interface Tools {
  readonly spawn: () => Endpoint;
  readonly surroundings: Surroundings;
  readonly memory: Memory;
  readonly log: Log | undefined;
}

/** Keeps one worker at a time, and replaces it by the rules of recovery.ts. */
export class Supervisor {
  readonly #tools: Tools;
  readonly #ended = new AbortController();
  #link: Link | null = null;
  /** What the worker at hand was started for: it can't change its backend. */
  #backend: Backend | null = null;
  #choice: BackendChoice | null = null;
  #plan: Promise<Plan> | null = null;
  #losses = 0;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  /** The worker for a choice of backend: the one at hand where it fits. @throws Failure worker-lost, cancelled */
  async start(choice: BackendChoice, signal: AbortSignal): Promise<Started> {
    if (this.#ended.signal.aborted) throw new Failure('cancelled');
    // The worker's script arrives while the browser looks for an adapter.
    this.#open();
    const plan = await unless(signal, this.#planFor(choice));
    if (choice !== this.#choice) throw new Failure('cancelled');
    if (this.#backend !== null && this.#backend !== plan.backend) this.#close(new Failure('cancelled'));
    const link = this.#open();
    this.#backend = plan.backend;
    return { link, plan };
  }

  /**
   * Prepares another try after a failure. All that were under way in a worker that is lost come here, one after the other:
   * the loss counts once. @throws the failure when another try makes no sense.
   */
  recover({ link, plan }: Started, error: unknown, during: Setback['during'], restarts: number): void {
    const failure = asFailure(error);
    if (!isFatal(failure)) throw failure;
    const first = this.#link === link;
    if (first) {
      this.#close(failure);
      if (isLoss(plan, { failure, during })) this.#losses += 1;
    }
    const next = planAfter(plan, { failure, during, restarts, losses: this.#losses }, this.#tools.surroundings);
    if (next === null) throw failure;
    if (!first || next === plan) return;
    if (next.fallback !== null) this.#tools.memory.noteFailed(next.fallback);
    this.#plan = Promise.resolve(next);
  }

  /** Ends the worker at hand, if any, and starts no other one; whoever waits for it is told that it was cancelled. */
  end(): void {
    this.#ended.abort();
    this.#close(new Failure('cancelled'));
  }

  #close(failure: Failure): void {
    this.#link?.close(failure);
    this.#link = null;
    this.#backend = null;
  }

  #open(): Link {
    if (this.#link?.ended() === null) return this.#link;
    this.#backend = null;
    try {
      return (this.#link = connect(this.#tools.spawn(), this.#tools.log));
    } catch (error) {
      // A page's security policy may forbid workers.
      throw new Failure('worker-lost', { reason: String(error) }, { cause: error });
    }
  }

  #planFor(choice: BackendChoice): Promise<Plan> {
    if (this.#plan !== null && this.#choice === choice) return this.#plan;
    this.#choice = choice;
    const { surroundings, memory } = this.#tools;
    const remembered = choice === 'auto' ? memory.failed() : null;
    return (this.#plan = remembered
      ? Promise.resolve(onWasm(surroundings, remembered))
      : chooseBackend(choice, surroundings, memory, this.#ended.signal));
  }
}
