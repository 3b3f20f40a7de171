import { asFailure, Failure } from '../../contract/failure.ts';
import type { Ask, Request, Response } from '../../contract/tasks.ts';
import { createBreath } from './breath.ts';
import type { Models } from './models.ts';
import type { Context } from './task.ts';
import { Turns, type Runner } from './turns.ts';

/** The worker's side of the line: a worker's global scope, or one end of a MessageChannel. */
export interface Port {
  postMessage(message: Response, transfer?: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Request>) => void): void;
}

/** Gives the task of a name; undefined where there is none. It may have to be fetched first. */
export type TaskTable = Readonly<Record<string, () => AnyTask | Promise<AnyTask>>>;
type AnyTask = (question: never, context: Context<unknown>) => Promise<unknown>;

export interface HostOptions {
  readonly tasks: TaskTable;
  readonly models: Models;
  /** Milliseconds, from any origin. */
  readonly now: () => number;
  /** Lets waiting messages in. */
  readonly breathe?: () => Promise<void>;
}

/**
 * Answers asks, whatever their task. Every lane holds one; a newer one in the same lane takes its place. Lanes take turns,
 * so all of them advance; what is cancelled ends at its next turn.
 */
export function serve(port: Port, { tasks, models, now, breathe = createBreath() }: HostOptions): void {
  const jobs = new Map<number, { readonly lane: string; readonly controller: AbortController }>();
  const turns = new Turns(now, breathe);

  port.addEventListener('message', ({ data: request }) => {
    if (request.type === 'cancel') return jobs.get(request.id)?.controller.abort();
    for (const { lane, controller } of jobs.values()) if (lane === request.lane) controller.abort();
    const controller = new AbortController();
    jobs.set(request.id, { lane: request.lane, controller });
    void answer(request, controller.signal);
  });

  async function answer(ask: Ask, signal: AbortSignal): Promise<void> {
    const { id } = ask;
    try {
      port.postMessage({ type: 'answer', id, answer: await carryOut(ask, signal) });
    } catch (error) {
      const { code, detail } = asFailure(error);
      port.postMessage({ type: 'failed', id, code, detail });
    } finally {
      jobs.delete(id);
    }
  }

  async function carryOut({ id, task: name, background, model: key, question }: Ask, signal: AbortSignal) {
    const task = await tasks[name]?.();
    if (task === undefined) throw new Failure('unexpected', { reason: `no task ${name}` });
    const runner: Runner = { background, signal, waited: 0 };
    await turns.take(runner);
    const model = { held: key === null || signal.aborted ? null : models.take(key) };
    try {
      throwIfCancelled(signal);
      return await task(question as never, {
        get model() {
          return model.held ?? models.take(null);
        },
        models,
        signal,
        tell: (told, transfer) => port.postMessage({ type: 'tell', id, told }, transfer),
        turn: async () => {
          await turns.next(runner);
          throwIfCancelled(signal);
        },
        aside: (work) => turns.aside(runner, work),
        clock: () => now() - runner.waited,
      });
    } finally {
      if (model.held) models.release(model.held);
      turns.pass();
    }
  }
}

function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Failure('cancelled');
}
