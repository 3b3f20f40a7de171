import type { BackendChoice, BackendReport } from '../../contract/backend.ts';
import { keyOf, type Loaded, type LoadProgress, type ModelSource } from '../../contract/tasks/load.ts';
import { loadPatience } from './patience.ts';
import { Shared } from './shared.ts';
import type { Started, Supervisor } from './supervisor.ts';

/** A model that a worker holds. */
export interface Held {
  readonly started: Started;
  readonly loaded: Loaded;
  readonly report: BackendReport;
}

export interface Told {
  /** Told of the progress of every load, whoever asked for it. */
  readonly onProgress: (model: ModelSource, progress: LoadProgress) => void;
  readonly onBackend: (report: BackendReport) => void;
}

/** The models that the worker was asked to hold. Several that want the same one wait for the same load. */
export class ReadyModels {
  readonly #models = new Map<string, Shared<Held>>();
  #choice: BackendChoice;

  constructor(
    private readonly supervisor: Supervisor,
    choice: BackendChoice,
    private readonly told: Told,
  ) {
    this.#choice = choice;
  }

  /** What models are loaded on from now on; the others are let go of. */
  choose(choice: BackendChoice): void {
    if (choice !== this.#choice) this.#models.clear();
    this.#choice = choice;
  }

  /** Has the worker make a model ready, or say that it is. @throws Failure when there is nothing left to try. */
  load(model: ModelSource, signal: AbortSignal): Promise<Held> {
    const key = keyOf(model);
    const known = this.#models.get(key);
    if (known?.underWay) return known.wait(signal);
    const choice = this.#choice;
    const loading = new Shared((signal) => this.#load(model, choice, signal));
    this.#models.set(key, loading);
    return loading.wait(signal);
  }

  /** The model in the worker; another worker's where that one was lost, be it between two runs. */
  async ready(model: ModelSource, signal: AbortSignal): Promise<Held> {
    const held = this.#models.get(keyOf(model))?.value;
    if (!held) return this.load(model, signal);
    const ended = held.started.link.ended();
    if (ended === null) return held;
    this.forget(model, held);
    if (ended.code !== 'cancelled') this.supervisor.recover(held.started, ended, 'run', 0);
    return this.load(model, signal);
  }

  /** The worker does not hold it any more. */
  forget(model: ModelSource, held: Held): void {
    const key = keyOf(model);
    if (this.#models.get(key)?.value === held) this.#models.delete(key);
  }

  async #load(model: ModelSource, choice: BackendChoice, signal: AbortSignal): Promise<Held> {
    for (let restarts = 0; ; restarts++) {
      const started = await this.supervisor.start(choice, signal);
      try {
        return await this.#ask(started, model, signal);
      } catch (error) {
        this.supervisor.recover(started, error, 'load', restarts);
      }
    }
  }

  async #ask(started: Started, source: ModelSource, signal: AbortSignal): Promise<Held> {
    const { link, plan } = started;
    const { backend, threads, fallback } = plan;
    const ask = { task: 'load', lane: `load ${keyOf(source)}`, background: false, model: null };
    const loaded = (await link.ask(
      { ...ask, question: { source, backend, threads } },
      {
        signal,
        patience: (told) => loadPatience(backend, (told as LoadProgress | undefined)?.phase ?? null, link.spoke()),
        onTell: (told) => this.told.onProgress(source, told as LoadProgress),
      },
    )) as Loaded;
    const { device, integrity } = loaded;
    const report: BackendReport = { backend, threads, device, integrity, fallback };
    this.told.onBackend(report);
    return { started, loaded, report };
  }
}
