import type { FailureCode, FailureDetail } from './failure.ts';
import type { EnlargeTask } from './tasks/enlarge.ts';
import type { GenerateTask } from './tasks/generate.ts';
import type { LikelihoodTask } from './tasks/likelihood.ts';
import type { LoadTask } from './tasks/load.ts';

export type * from './backend.ts';
export type * from './tasks/generate.ts';
export type * from './tasks/likelihood.ts';
export type * from './tasks/load.ts';

/** What the page may ask of the worker. A task has a line here, and one in worker/thread/tasks/index.ts. */
export interface Tasks {
  readonly enlarge: EnlargeTask;
  readonly load: LoadTask;
  readonly generate: GenerateTask;
  readonly likelihood: LikelihoodTask;
}
export type TaskName = keyof Tasks;

/** A question to the worker, whatever its task. */
export interface Ask {
  readonly type: 'ask';
  /** The page's number; what comes back carries it. */
  readonly id: number;
  readonly task: string;
  /** It takes the place of what is under way in its lane, and of nothing else. Lanes take turns, step by step. */
  readonly lane: string;
  /** It waits while lanes that are not in the background have work. */
  readonly background: boolean;
  /** Which of the models that were loaded it is for (keyOf); null where the task needs none. */
  readonly model: string | null;
  /** As the task says: `Tasks[task]['ask']`. */
  readonly question: unknown;
}

/** Page to worker. */
export type Request = Ask | { readonly type: 'cancel'; readonly id: number };

/** Worker to page. An ask is told of any number of times, then it ends in `answer` or in `failed`. */
export type Response =
  | { readonly type: 'tell'; readonly id: number; readonly told: unknown }
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly type: 'failed'; readonly id: number; readonly code: FailureCode; readonly detail: FailureDetail }
  /** The GPU is gone, whatever was asked: this worker is of no more use. */
  | { readonly type: 'lost'; readonly reason: string };
