import type { TaskName } from '../../../contract/tasks.ts';
import type { Task } from '../task.ts';
import { enlarge } from './enlarge.ts';
import { generate } from './generate.ts';
import { load } from './load.ts';

/** What this worker can be asked, a line a task. What few visitors ask for is fetched when it is asked. */
export const tasks: { readonly [N in TaskName]: () => Task<N> | Promise<Task<N>> } = {
  enlarge: () => enlarge,
  load: () => load,
  generate: () => generate,
  likelihood: async () => (await import('./likelihood.ts')).likelihood,
};
