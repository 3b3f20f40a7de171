export {};

declare const self: DedicatedWorkerGlobalScope;

// The entry imports nothing at once, so that no other chunk shares code with it: WebKit runs an entry again that a chunk
// imports. What is asked before the rest has arrived is kept.
const early: unknown[] = [];
const keep = ({ data }: MessageEvent) => early.push(data);
self.addEventListener('message', keep);

void import('./start.ts')
  .then(({ start }) => {
    self.removeEventListener('message', keep);
    start(self);
    for (const data of early) self.dispatchEvent(new MessageEvent('message', { data }));
  })
  .catch((error: unknown) => self.postMessage({ type: 'lost', reason: String(error) }));
