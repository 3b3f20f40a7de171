import type { LoadProgress } from '../../../contract/tasks/load.ts';
import type { Task } from '../task.ts';

/** Milliseconds between signs of life: a download may stand still for long, and the page must know a worker that is gone. */
export const heartbeatMs = 5_000;

/** Makes a model ready. Downloads run beside other lanes; compiling and warming up is one turn. */
export const load: Task<'load'> = async (order, { models, signal, tell, aside }) => {
  let last: LoadProgress = { phase: 'runtime', loaded: 0, total: null, cached: false };
  const onProgress = (progress: LoadProgress) => tell((last = progress));
  const heartbeat = setInterval(() => tell(last), heartbeatMs);
  try {
    return await models.load(order, { signal, onProgress, aside });
  } finally {
    clearInterval(heartbeat);
  }
};
