import type { BackendChoice, BackendReport } from '../../contract/backend.ts';
import type { AnyFrame, FrameOf, ManifestOf } from '../../contract/families/parts.ts';
import type { FamilyId } from '../../contract/options.ts';
import { asFailure } from '../../contract/failure.ts';
import type {
  GenerateQuestion,
  LikelihoodAnswer,
  LikelihoodQuestion,
  LoadProgress,
  ModelSource,
  RunSummary,
  TaskName,
  Tasks,
  TimedFrame,
} from '../../contract/tasks.ts';
import { keyOf } from '../../contract/tasks/load.ts';
import type { LikelihoodProgress } from '../../engine/diffusion/likelihood.ts';
import { here, type Surroundings } from './backend.ts';
import { debugLog, type Log } from './debug.ts';
import { Lanes } from './lanes.ts';
import type { Endpoint } from './link.ts';
import { browserMemory, type Memory } from './memory.ts';
import { askPatience } from './patience.ts';
import { ReadyModels, type Held } from './ready.ts';
import { spawnWorker } from './spawn.ts';
import { Supervisor } from './supervisor.ts';

export interface ClientOptions {
  /** What models are loaded on; `auto` unless told. */
  readonly backend?: BackendChoice;
  /** Told whenever a model is ready: after each load, and after a worker had to be replaced during a run. */
  readonly onBackend?: (report: BackendReport) => void;
  /** Starts a worker. Tests hand in their own, to watch it and to kill it. */
  readonly spawn?: () => Endpoint;
  readonly surroundings?: Surroundings;
  readonly memory?: Memory;
  /** Told of every message. With `?debug` in the page's query, the console is. */
  readonly log?: Log | undefined;
}

/** A model of a family. */
type SourceOf<F extends FamilyId> = ModelSource & { readonly manifest: ManifestOf<F> };

/** How something is asked. Whatever is under way in the same lane is cancelled, and nothing else is. */
export interface LaneOptions {
  readonly lane?: string | undefined;
  readonly signal?: AbortSignal;
}

export interface LoadOptions extends LaneOptions {
  /** What models are loaded on from now on; as before unless told. */
  readonly backend?: BackendChoice;
  /** Also told when that model has to be loaded again: its worker was lost, or other models took its place in memory. */
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface GenerateOptions<F extends FamilyId = 'diffusion'> extends LaneOptions {
  /** Frames in order, of the model's family. When a worker had to be replaced the run starts over, and they come again from index 0. */
  readonly onFrame: (frame: TimedFrame<FrameOf<F>>) => void;
  /** It waits while lanes that are not in the background have work. */
  readonly background?: boolean;
}

export interface LikelihoodOptions extends LaneOptions {
  /** Starts anew from index 0 when a worker had to be replaced. */
  readonly onProgress?: (progress: LikelihoodProgress) => void;
}

export interface AskOptions<N extends TaskName> {
  readonly lane: string;
  readonly signal?: AbortSignal | undefined;
  readonly background?: boolean | undefined;
  /** Evaluations of the network from one word of the worker to the next, nearly; 1 unless told. */
  readonly evaluations?: number;
  /** `signal` is aborted once the ask is cancelled, also from within this function. */
  readonly onTell?: (told: Tasks[N]['tell'], signal: AbortSignal) => void;
}

/**
 * The page's way to the worker, which holds some models and works on several asks at once. Asks name their model, which is
 * loaded where it is not there, and their lane: lanes take turns step by step, so two runs in two lanes advance together.
 * In one lane the newer ask takes the place of the older. Everything rejects with a Failure: `cancelled` on abort and when
 * its lane was taken. A worker that is lost is replaced, and all that was under way is asked again.
 *
 *     const client = createClient({ backend: 'auto' });
 *     await client.load(model, { onProgress });
 *     await client.generate(model, { recipe }, { lane: 'left', onFrame, signal });
 */
export interface Client {
  /** Makes a model ready, at once where it is. Another choice of backend ends the worker and all that is under way. */
  load(model: ModelSource, options?: LoadOptions): Promise<BackendReport>;
  /** Runs a recipe; in the lane `run` unless told. */
  generate<F extends FamilyId = 'diffusion'>(
    model: SourceOf<F>,
    question: GenerateQuestion,
    options: GenerateOptions<F>,
  ): Promise<RunSummary>;
  /** Estimates how likely a picture is; in the lane `likelihood` unless told, in the background: runs go first. */
  likelihood(model: ModelSource, question: LikelihoodQuestion, options?: LikelihoodOptions): Promise<LikelihoodAnswer>;
  /** Whatever task the worker has. */
  ask<N extends TaskName>(
    task: N,
    model: ModelSource,
    question: Tasks[N]['ask'],
    options: AskOptions<N>,
  ): Promise<Tasks[N]['answer']>;
  /** Ends the worker and whatever is under way, for good. */
  dispose(): void;
}

/** Starts nothing yet: the first ask starts the worker. */
export function createClient(options: ClientOptions = {}): Client {
  return new WorkerClient(options);
}

/** How often a model may have left the worker before it could be used. More than that, and too many are used at once. */
const absencesAllowed = 5;

class WorkerClient implements Client {
  readonly #supervisor: Supervisor;
  readonly #models: ReadyModels;
  readonly #lanes = new Lanes();
  /** Who follows the loads of which model, by lane. */
  readonly #followers = new Map<string, { readonly key: string; readonly onProgress: LoadOptions['onProgress'] }>();

  constructor(options: ClientOptions) {
    const { spawn = spawnWorker, surroundings = here(), memory = browserMemory(), log = debugLog() } = options;
    this.#supervisor = new Supervisor({ spawn, surroundings, memory, log });
    this.#models = new ReadyModels(this.#supervisor, options.backend ?? 'auto', {
      onBackend: (report) => options.onBackend?.(report),
      onProgress: (model, progress) => {
        for (const { key, onProgress } of this.#followers.values()) if (key === keyOf(model)) onProgress?.(progress);
      },
    });
  }

  async load(
    model: ModelSource,
    { backend, lane = 'load', signal, onProgress }: LoadOptions = {},
  ): Promise<BackendReport> {
    if (backend !== undefined) this.#models.choose(backend);
    this.#followers.set(lane, { key: keyOf(model), onProgress });
    const { report } = await this.#lanes.take(lane, signal, (signal) => this.#models.load(model, signal));
    return report;
  }

  generate<F extends FamilyId = 'diffusion'>(
    model: SourceOf<F>,
    question: GenerateQuestion,
    options: GenerateOptions<F>,
  ): Promise<RunSummary> {
    const { lane = 'run', signal, background, onFrame } = options;
    const onTell = (frames: readonly TimedFrame<AnyFrame>[], signal: AbortSignal) => {
      // Whoever is told of a frame may abort then and there.
      for (const frame of frames) if (!signal.aborted) onFrame(frame);
    };
    return this.ask('generate', model, question, { lane, signal, background, onTell });
  }

  likelihood(
    model: ModelSource,
    question: LikelihoodQuestion,
    { lane = 'likelihood', signal, onProgress }: LikelihoodOptions = {},
  ): Promise<LikelihoodAnswer> {
    const onTell = (progress: LikelihoodProgress) => onProgress?.(progress);
    const evaluations = 1 + question.numProbes;
    return this.ask('likelihood', model, question, { lane, signal, background: true, evaluations, onTell });
  }

  ask<N extends TaskName>(
    task: N,
    model: ModelSource,
    question: Tasks[N]['ask'],
    { lane, signal, background = false, evaluations = 1, onTell }: AskOptions<N>,
  ): Promise<Tasks[N]['answer']> {
    return this.#lanes.take(lane, signal, (signal) =>
      this.#onModel(model, signal, async ({ started: { link, plan }, loaded }) => {
        const patience = askPatience(plan.backend, loaded.evaluationMs, evaluations);
        const answer = await link.ask(
          { task, lane, background, model: keyOf(model), question },
          { signal, patience: () => patience, onTell: (told) => onTell?.(told as Tasks[N]['tell'], signal) },
        );
        return answer as Tasks[N]['answer'];
      }),
    );
  }

  dispose(): void {
    this.#lanes.clear();
    this.#supervisor.end();
  }

  /** Asks the worker with the model, and once more where that worker was lost on the way. */
  async #onModel<T>(model: ModelSource, signal: AbortSignal, ask: (held: Held) => Promise<T>): Promise<T> {
    for (let restarts = 0, absences = 0; ;) {
      const held = await this.#models.ready(model, signal);
      try {
        return await ask(held);
      } catch (error) {
        if (asFailure(error).code === 'model-absent' && absences++ < absencesAllowed) this.#models.forget(model, held);
        else this.#supervisor.recover(held.started, error, 'run', restarts++);
      }
    }
  }
}
