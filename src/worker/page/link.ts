import { Failure } from '../../contract/failure.ts';
import type { Ask, Request, Response } from '../../contract/tasks.ts';
import type { Log } from './debug.ts';
import { createWatchdog } from './watchdog.ts';

/** The page's side of a worker, or what stands for it in a test. */
export interface Endpoint {
  postMessage(message: Request): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<Response>) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  terminate(): void;
}

export interface AskOptions {
  readonly signal: AbortSignal;
  readonly onTell: (told: unknown) => void;
  /** Milliseconds to wait for the worker's next word, given what it told last; undefined when there was none yet. */
  readonly patience: (told: unknown) => number;
}

/** One worker, from its start to its end. It knows no task by name. */
export interface Link {
  /**
   * Asks, and waits for the answer.
   * @throws Failure as the worker reports it; `cancelled` on abort, at once; `worker-lost` when it is gone or silent.
   */
  ask(ask: Omit<Ask, 'type' | 'id'>, options: AskOptions): Promise<unknown>;
  /** Whether the worker has said anything yet. */
  spoke(): boolean;
  /** Why the worker is gone; null while it is there. */
  ended(): Failure | null;
  /** Terminates the worker; whoever waits is told `failure`. */
  close(failure: Failure): void;
}

type Ended = Exclude<Response, { type: 'lost' }>;

interface Waiting {
  readonly task: string;
  patience: number;
  take(response: Ended): void;
  reject(failure: Failure): void;
}

/** Speaks the protocol with a worker. */
export function connect(endpoint: Endpoint, log?: Log): Link {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let spoke = false;
  let ended: Failure | null = null;

  function close(failure: Failure): void {
    if (ended !== null) return;
    ended = failure;
    watchdog.stop();
    endpoint.terminate();
    for (const entry of [...waiting.values()]) entry.reject(failure);
  }
  const lose = (reason: string) => close(new Failure('worker-lost', { reason }));

  /** One for all that wait: whatever the worker says, and to whom, it is alive. The most patient decides. */
  const watchdog = createWatchdog((ms) => {
    const tasks = new Set([...waiting.values()].map(({ task }) => task));
    lose(`no answer to ${[...tasks].join(', ')} for ${Math.round(ms / 1000)} s`);
  });
  function watch(): void {
    if (ended !== null) return;
    if (waiting.size === 0) watchdog.stop();
    else watchdog.pat(Math.max(...[...waiting.values()].map(({ patience }) => patience)));
  }

  function send(request: Request): void {
    log?.('asked', request);
    endpoint.postMessage(request);
  }

  endpoint.addEventListener('message', ({ data }) => {
    log?.('told', data);
    spoke = true;
    if (data.type === 'lost') return lose(data.reason);
    waiting.get(data.id)?.take(data);
    watch();
  });
  endpoint.addEventListener('error', (event) =>
    lose((event as Partial<ErrorEvent>).message ?? 'its script did not run'),
  );
  endpoint.addEventListener('messageerror', () => lose('a message could not be read'));

  function ask(asked: Omit<Ask, 'type' | 'id'>, { signal, onTell, patience }: AskOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Failure('cancelled'));
      if (ended !== null) return reject(ended);
      const id = ++lastId;
      const settle = () => {
        signal.removeEventListener('abort', stop);
        waiting.delete(id);
      };
      const fail = (failure: Failure) => {
        settle();
        reject(failure);
      };
      const stop = () => {
        send({ type: 'cancel', id });
        fail(new Failure('cancelled'));
        watch();
      };
      const entry: Waiting = {
        task: asked.task,
        patience: patience(undefined),
        reject: fail,
        take: (response) => {
          if (response.type === 'failed') return fail(new Failure(response.code, response.detail));
          if (response.type === 'tell') {
            entry.patience = patience(response.told);
            return onTell(response.told);
          }
          settle();
          resolve(response.answer);
        },
      };
      signal.addEventListener('abort', stop);
      waiting.set(id, entry);
      watch();
      send({ type: 'ask', id, ...asked });
    });
  }

  return { ask, spoke: () => spoke, ended: () => ended, close };
}
