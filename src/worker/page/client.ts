import type { LikelihoodProgress } from '../../engine/diffusion/likelihood.ts';
import { Failure } from '../../contract/failure.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { unless } from './abort.ts';
import { here, type Surroundings } from './backend.ts';
import type { Endpoint } from './link.ts';
import { browserMemory, type Memory } from './memory.ts';
import { runPatience } from './patience.ts';
import type {
  BackendChoice,
  BackendReport,
  LikelihoodAnswer,
  LikelihoodQuestion,
  LoadProgress,
  ModelSource,
  RunSummary,
  Start,
  TimedFrame,
} from '../../contract/tasks.ts';
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
  /** What to start from in place of the seed's noise. */
  readonly start?: Start;
  /** Frames in order. When a worker had to be replaced the run starts over, and they come again from index 0. */
  readonly onFrame: (frame: TimedFrame) => void;
}

type RunAsked = Omit<RunOptions, 'signal'>;

export interface LikelihoodOptions {
  readonly signal?: AbortSignal;
  /** Starts anew from index 0 when a worker had to be replaced. */
  readonly onProgress?: (progress: LikelihoodProgress) => void;
}

/** The page's way to a model. Everything rejects with a Failure: `cancelled` on abort and when superseded. */
export interface Client {
  /** Fetches and starts a model; takes the place of all that is under way. */
  load(model: ModelSource, options: LoadOptions): Promise<BackendReport>;
  /** Runs a recipe on the model loaded last, once it is there; takes the place of the run and of the likelihood under way. */
  run(recipe: Recipe, options: RunOptions): Promise<RunSummary>;
  /** Estimates how likely a picture is to that model; waits for a run under way, and takes the place of another likelihood. */
  likelihood(question: LikelihoodQuestion, options?: LikelihoodOptions): Promise<LikelihoodAnswer>;
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
  /** Settles when the run under way has ended, one way or the other. */
  #runEnd: Promise<unknown> = Promise.resolve();
  #judging = new AbortController();
  #job: Job | null = null;
  #held: Promise<Held> | null = null;

  constructor({ spawn = spawnWorker, surroundings = here(), memory = browserMemory(), onBackend }: ClientOptions) {
    this.#supervisor = new Supervisor({ spawn, surroundings, memory, onBackend });
  }

  async load(model: ModelSource, { backend, signal, onProgress }: LoadOptions): Promise<BackendReport> {
    this.#judging.abort();
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

  async run(recipe: Recipe, { signal, ...options }: RunOptions): Promise<RunSummary> {
    this.#judging.abort();
    this.#running.abort();
    const controller = (this.#running = new AbortController());
    const unlink = follow(signal, controller);
    const running = this.#onModel(controller.signal, (held) => this.#ask(held, recipe, controller.signal, options));
    this.#runEnd = running.catch(() => undefined);
    return running.finally(unlink);
  }

  async likelihood(question: LikelihoodQuestion, options: LikelihoodOptions = {}): Promise<LikelihoodAnswer> {
    this.#judging.abort();
    const controller = (this.#judging = new AbortController());
    const unlink = follow(options.signal, controller);
    try {
      // Were it to wait in the worker, the watchdog would take the run's time for silence.
      await unless(controller.signal, this.#runEnd);
      return await this.#onModel(controller.signal, async ({ link, loaded, report }) => {
        const { answer } = await link.ask(
          { type: 'likelihood', id: this.#supervisor.nextId(), ...question },
          {
            signal: controller.signal,
            patience: () => runPatience(report.backend, loaded.evaluationMs * (1 + question.numProbes)),
            onProgress: (message) => message.type === 'judging' && options.onProgress?.(message.progress),
          },
        );
        return answer;
      });
    } finally {
      unlink();
    }
  }

  dispose(): void {
    this.#judging.abort();
    this.#running.abort();
    this.#loading.abort();
    this.#job = null;
    this.#supervisor.close(new Failure('cancelled'));
  }

  /** Asks the worker with the model, and once more where that worker was lost on the way. */
  async #onModel<T>(signal: AbortSignal, ask: (held: Held) => Promise<T>): Promise<T> {
    for (let restarts = 0; ; restarts++) {
      const held = await unless(signal, this.#ready());
      try {
        return await ask(held);
      } catch (error) {
        this.#supervisor.recover(error, 'run', restarts);
        this.#held = null;
      }
    }
  }

  async #ask(held: Held, recipe: Recipe, signal: AbortSignal, { onFrame, start }: RunAsked): Promise<RunSummary> {
    const { link, loaded, report } = held;
    const { summary } = await link.ask(
      { type: 'run', id: this.#supervisor.nextId(), recipe, start },
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
  return new Worker(new URL('../thread/main.ts', import.meta.url), { type: 'module' });
}
