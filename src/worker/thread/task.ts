import type { AnyModel } from '../../contract/model.ts';
import type { TaskName, Tasks } from '../../contract/tasks.ts';
import type { Models } from './models.ts';

/** What a task has at hand. It holds the turn whenever it computes: nothing else does meanwhile. */
export interface Context<Told> {
  /** The model that was asked for. @throws Failure model-absent where none was. */
  readonly model: AnyModel;
  readonly models: Models;
  readonly signal: AbortSignal;
  /** Tells the page how far it is. What is in `transfer` is given away. */
  readonly tell: (told: Told, transfer?: Transferable[]) => void;
  /** To be called after each unit of work: lets messages in and the other lanes compute. @throws Failure cancelled */
  readonly turn: () => Promise<void>;
  /** Waits for something that is not computed here, while other lanes compute. */
  readonly aside: <T>(work: Promise<T>) => Promise<T>;
  /** Milliseconds, the turns of other lanes left out. */
  readonly clock: () => number;
}

/** What the worker does for an ask. Throws Failures. */
export type Task<N extends TaskName> = (
  question: Tasks[N]['ask'],
  context: Context<Tasks[N]['tell']>,
) => Promise<Tasks[N]['answer']>;
