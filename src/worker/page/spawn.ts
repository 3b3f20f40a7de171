import address from '../thread/main.ts?worker&url';
import type { Endpoint } from './link.ts';

/**
 * Starts the worker. A frame without an origin of its own (sandbox="allow-scripts") may start none from a file, but one from
 * a text that imports that file, where the server lets anybody read it.
 */
export function spawnWorker(): Endpoint {
  const file = new URL(address, location.href).href;
  const options = { type: 'module' } as const;
  if (origin !== 'null') return new Worker(file, options);
  const url = URL.createObjectURL(new Blob([`import ${JSON.stringify(file)};`], { type: 'text/javascript' }));
  const worker = new Worker(url, options);
  // Its script has been read once it says anything; an address that lives on keeps the text in memory.
  worker.addEventListener('message', () => URL.revokeObjectURL(url), { once: true });
  return worker;
}
