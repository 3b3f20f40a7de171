import { Failure } from '../../contract/failure.ts';
import type { Request, Response } from '../../contract/tasks.ts';
import { createWatchdog } from './watchdog.ts';

/** The page's side of a worker, or what stands for it in a test. */
export interface Endpoint {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Response>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

type Question = Exclude<Request, { type: 'cancel' }>;
type Progress = Extract<Response, { type: 'progress' | 'frames' | 'judging' }>;
/** How the answer to each question ends, when it ends well. */
interface Ends {
  readonly load: 'loaded';
  readonly run: 'done';
  readonly likelihood: 'judged';
}
type Ending<Q extends Question> = Extract<Response, { type: Ends[Q['type']] }>;

export interface AskOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Milliseconds to wait for the next message, given the last one; null when there was none yet. */
  readonly patience: (last: Progress | null) => number;
}

/** One worker, from its start to its end. */
export interface Link {
  /**
   * Asks, and waits for the end of the answer.
   * @throws Failure as the worker reports it; `cancelled` on abort, at once; `worker-lost` when it is gone or silent.
   */
  ask<Q extends Question>(question: Q, options: AskOptions): Promise<Ending<Q>>;
  /** Why the worker is gone; null while it is there. */
  ended(): Failure | null;
  /** Terminates the worker; whoever waits is told `failure`. */
  close(failure: Failure): void;
}

interface Waiting {
  take(response: Exclude<Response, { type: 'lost' }>): void;
  reject(failure: Failure): void;
}

/** Speaks the protocol with a worker. */
export function connect(endpoint: Endpoint): Link {
  const waiting = new Map<number, Waiting>();
  let ended: Failure | null = null;

  function close(failure: Failure): void {
    if (ended !== null) return;
    ended = failure;
    endpoint.terminate();
    for (const entry of [...waiting.values()]) entry.reject(failure);
  }
  const lose = (reason: string) => close(new Failure('worker-lost', { reason }));

  endpoint.addEventListener('message', ({ data }) => {
    if (data.type === 'lost') lose(data.reason);
    else waiting.get(data.id)?.take(data);
  });
  endpoint.addEventListener('error', (event) =>
    lose((event as Partial<ErrorEvent>).message ?? 'its script did not run'),
  );
  endpoint.addEventListener('messageerror', () => lose('a message could not be read'));

  function ask<Q extends Question>(question: Q, { signal, onProgress, patience }: AskOptions): Promise<Ending<Q>> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Failure('cancelled'));
      if (ended !== null) return reject(ended);
      const { id } = question;
      const watchdog = createWatchdog((ms) => lose(`no answer to ${question.type} for ${Math.round(ms / 1000)} s`));
      const settle = () => {
        watchdog.stop();
        signal.removeEventListener('abort', stop);
        waiting.delete(id);
      };
      const fail = (failure: Failure) => {
        settle();
        reject(failure);
      };
      const stop = () => {
        endpoint.postMessage({ type: 'cancel', id });
        fail(new Failure('cancelled'));
      };
      const take = (response: Exclude<Response, { type: 'lost' }>) => {
        if (response.type === 'failed') return fail(new Failure(response.code, response.detail));
        if (response.type === 'progress' || response.type === 'frames' || response.type === 'judging') {
          watchdog.pat(patience(response));
          return onProgress(response);
        }
        settle();
        // The worker ends its answers as the protocol says.
        resolve(response as Ending<Q>);
      };
      signal.addEventListener('abort', stop);
      waiting.set(id, { take, reject: fail });
      watchdog.pat(patience(null));
      endpoint.postMessage(question);
    });
  }

  return { ask, ended: () => ended, close };
}
