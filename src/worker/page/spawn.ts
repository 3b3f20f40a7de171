import address from '../thread/main.ts?worker&url';
import type { Endpoint } from './link.ts';

/**
 * Starts the worker. A frame without an origin of its own (sandbox="allow-scripts") may start none from a file, but one from
 * a text that imports that file, where the server lets anybody read it.
 */
export function spawnWorker(): Endpoint {
  const file = new URL(address, location.href).href;
  if (origin !== 'null') return new Worker(file, { type: 'module' });
  const url = URL.createObjectURL(new Blob([importing(file)], { type: 'text/javascript' }));
  // Not as a module: Chromium starts none in such a frame.
  const worker = new Worker(url);
  // Its script has been read once it says anything; an address that lives on keeps the text in memory.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}

/** A script that imports the worker's, and hands on what was asked before that had arrived. */
const importing = (file: string) => `
const early = [];
const keep = ({ data }) => early.push(data);
addEventListener('message', keep);
import(${JSON.stringify(file)}).then(
  () => {
    removeEventListener('message', keep);
    for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
  },
  (error) => postMessage({ type: 'lost', reason: String(error) }),
);`;
