import { Failure } from '../recipe/failure.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { unless } from './abort.ts';
import { here, type Surroundings } from './backend.ts';
import type { Endpoint } from './link.ts';
import { browserMemory, type Memory } from './memory.ts';
import { runPatience } from './patience.ts';
import type { BackendChoice, BackendReport, LoadProgress, ModelSource, RunSummary, TimedFrame } from './protocol.ts';
import { Supervisor, type Held, type Job } from './supervisor.ts';

export interface ClientOptions {
  /** Told whenever a model is ready: after each load, and after a worker had to be replaced during a run. */
  readonly onBackend?: (report: BackendReport) => void;
  /** Starts a worker. Tests hand in their own, to watch it and to kill it. */
  readonly spawn?: () => Endpoint;
  readonly surroundings?: Surroundings;
  readonly memory?: Memory;
}

export interface LoadOptions {
  readonly backend: BackendChoice;
  readonly signal?: AbortSignal;
  /** Also told of the progress of later reloads, when a worker had to be replaced. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface RunOptions {
  readonly signal?: AbortSignal;
  /** Frames in order. When a worker had to be replaced the run starts over, and they come again from index 0. */
  readonly onFrame: (frame: TimedFrame) => void;
}

/** The page's way to a model. Everything rejects with a Failure: `cancelled` on abort and when superseded. */
export interface Client {
  /** Fetches and starts a model; takes the place of the load and of the run under way. */
  load(model: ModelSource, options: LoadOptions): Promise<BackendReport>;
  /** Runs a recipe on the model loaded last, once it is there; takes the place of the run under way. */
  run(recipe: Recipe, options: RunOptions): Promise<RunSummary>;
  /** Ends the worker and whatever is under way. */
  dispose(): void;
}

/** Starts nothing yet: the first load starts the worker. */
export function createClient(options: ClientOptions = {}): Client {
  return new WorkerClient(options);
}

class WorkerClient implements Client {
  readonly #supervisor: Supervisor;
  #loading = new AbortController();
  #running = new AbortController();
  #job: Job | null = null;
  #held: Promise<Held> | null = null;

  constructor({ spawn = spawnWorker, surroundings = here(), memory = browserMemory(), onBackend }: ClientOptions) {
    this.#supervisor = new Supervisor({ spawn, surroundings, memory, onBackend });
  }

  async load(model: ModelSource, { backend, signal, onProgress }: LoadOptions): Promise<BackendReport> {
    this.#running.abort();
    this.#loading.abort();
    const controller = (this.#loading = new AbortController());
    const job = { model, choice: backend, signal: controller.signal, onProgress };
    this.#job = job;
    const unlink = follow(signal, controller);
    try {
      return (await this.#bringUp(job)).report;
    } catch (error) {
      if (this.#job === job) this.#job = null;
      throw error;
    } finally {
      unlink();
    }
  }

  async run(recipe: Recipe, { signal, onFrame }: RunOptions): Promise<RunSummary> {
    this.#running.abort();
    const controller = (this.#running = new AbortController());
    const unlink = follow(signal, controller);
    try {
      for (let restarts = 0; ; restarts++) {
        const held = await unless(controller.signal, this.#ready());
        try {
          return await this.#ask(held, recipe, controller.signal, onFrame);
        } catch (error) {
          this.#supervisor.recover(error, 'run', restarts);
          this.#held = null;
        }
      }
    } finally {
      unlink();
    }
  }

  dispose(): void {
    this.#running.abort();
    this.#loading.abort();
    this.#job = null;
    this.#supervisor.close(new Failure('cancelled'));
  }

  async #ask(held: Held, recipe: Recipe, signal: AbortSignal, onFrame: RunOptions['onFrame']): Promise<RunSummary> {
    const { link, loaded, report } = held;
    const { summary } = await link.ask(
      { type: 'run', id: this.#supervisor.nextId(), recipe },
      {
        signal,
        patience: () => runPatience(report.backend, loaded.evaluationMs),
        onProgress: (message) => {
          const frames = message.type === 'frames' ? message.frames : [];
          // Whoever is told of a frame may abort then and there.
          for (const frame of frames) if (!signal.aborted) onFrame(frame);
        },
      },
    );
    return summary;
  }

  /** The worker with the model; brings up another one where it was lost, be it between two runs. */
  async #ready(): Promise<Held> {
    const job = this.#job;
    if (job === null) throw new Failure('unexpected', { reason: 'a run was asked for before a model' });
    const held = await this.#held;
    const ended = held?.link.ended();
    if (held && ended === null) return held;
    if (ended) this.#supervisor.recover(ended, 'run', 0);
    return this.#bringUp(job);
  }

  #bringUp(job: Job): Promise<Held> {
    const held = this.#supervisor.bringUp(job);
    this.#held = held;
    held.catch(() => this.#held === held && (this.#held = null));
    return held;
  }
}

/** Aborts the controller with the signal; gives a function that ends this. */
function follow(signal: AbortSignal | undefined, controller: AbortController): () => void {
  const abort = () => controller.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return () => signal?.removeEventListener('abort', abort);
}

function spawnWorker(): Endpoint {
  return new Worker(new URL('./main.ts', import.meta.url), { type: 'module' });
}
