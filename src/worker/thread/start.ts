import { createCache } from '../../runtime/cache.ts';
import { createDownload } from '../../runtime/download.ts';
import { createLoader } from '../../runtime/load.ts';
import { wait } from '../../runtime/wait.ts';
import { serve } from './host.ts';
import { Models } from './models.ts';
import { tasks } from './tasks/index.ts';

/** Serves the page through a worker's global scope. */
export function start(self: DedicatedWorkerGlobalScope): void {
  const now = () => performance.now();
  const load = createLoader({
    download: createDownload({ fetch: (url, init) => fetch(url, init), wait }),
    cache: createCache(() => self.caches),
    // Missing in insecure contexts, whatever the types say.
    subtle: (crypto as Partial<Crypto>).subtle,
    now,
  });
  const models = new Models(load, (reason) => self.postMessage({ type: 'lost', reason }));

  serve(self, { tasks, models, now });
}
