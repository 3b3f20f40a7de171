import { Failure } from '../../contract/failure.ts';
import type { AnyModel } from '../../contract/model.ts';
import { keyOf, type Loaded, type LoadOrder, type LoadProgress } from '../../contract/tasks/load.ts';

export interface LoaderOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
}

/**
 * Fetches all that a model takes, and gives a function that compiles it, checks it and warms it up. Downloads may run beside
 * other work; what computes waits for its turn. Both throw Failures, `cancelled` once the signal is aborted.
 */
export type Loader = (order: LoadOrder, options: LoaderOptions) => Promise<() => Promise<AnyModel>>;

/**
 * How many models are kept, and of how many bytes of weights together. WASM memory never shrinks: what is let go of makes
 * room for the next, and the worker keeps the most that it ever held.
 */
export interface Room {
  readonly count: number;
  readonly bytes: number;
}
const defaultRoom: Room = { count: 3, bytes: 48e6 };

export interface LoadingOptions extends LoaderOptions {
  /** Waits for the downloads while others compute. */
  readonly aside: <T>(work: Promise<T>) => Promise<T>;
}

interface Entry {
  readonly model: AnyModel;
  readonly bytes: number;
  users: number;
}

/** The models that are ready to run. The one that was used longest ago leaves when there is no room. */
export class Models {
  /** The most recently used last. */
  readonly #entries = new Map<string, Entry>();

  /** @param onLost told when the GPU that a model is on is lost */
  constructor(
    private readonly loader: Loader,
    private readonly onLost: (reason: string) => void = () => undefined,
    private readonly room: Room = defaultRoom,
  ) {}

  /** Makes a model ready, at once where it is. @throws Failure as the loader does */
  async load(order: LoadOrder, { aside, ...options }: LoadingOptions): Promise<Loaded> {
    const key = keyOf(order.source);
    let model = this.#touch(key)?.model;
    if (model === undefined) {
      const start = await aside(this.loader(order, options));
      // Another lane may have been faster.
      model = this.#touch(key)?.model ?? (await this.#start(key, order, start));
    }
    const { device, integrity, evaluationMs } = model;
    return { device, integrity, evaluationMs };
  }

  /** A model for a task, which keeps it from leaving until it is released. @throws Failure model-absent */
  take(key: string | null): AnyModel {
    const entry = key === null ? undefined : this.#touch(key);
    if (entry === undefined) throw new Failure('model-absent');
    entry.users += 1;
    return entry.model;
  }

  release(model: AnyModel): void {
    for (const entry of this.#entries.values()) if (entry.model === model) entry.users -= 1;
  }

  async #start(key: string, { source }: LoadOrder, start: () => Promise<AnyModel>): Promise<AnyModel> {
    const { bytes } = source.manifest;
    await this.#makeRoom(bytes);
    const model = await start();
    this.#entries.set(key, { model, bytes, users: 0 });
    void model.lost.then(this.onLost);
    return model;
  }

  /** Before the next one is made, so that it takes the same memory. Those in use stay, be there room or not. */
  async #makeRoom(bytes: number): Promise<void> {
    for (const [key, { model, users }] of [...this.#entries]) {
      const all = [...this.#entries.values()].reduce((sum, entry) => sum + entry.bytes, bytes);
      if (this.#entries.size < this.room.count && all <= this.room.bytes) return;
      if (users > 0) continue;
      this.#entries.delete(key);
      await model.dispose();
    }
  }

  #touch(key: string): Entry | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }
}
