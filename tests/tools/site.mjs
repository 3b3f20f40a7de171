import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const types = /** @type {Record<string, string>} */ ({
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
});

/**
 * What goes wrong with an answer: `status` instead of the file, the connection cut after so many bytes, one byte of the
 * file changed, no more than so many bytes a second, or headers that a plain host does not send.
 * @typedef {{ status?: number, cutAfter?: number, spoil?: boolean, bytesPerSecond?: number, headers?: Record<string, string> }} Fault
 * @typedef {{ path: string, status: number, from: number, bytes: number }} Answer
 * @typedef {Awaited<ReturnType<typeof serve>>} Site
 */

/**
 * Serves a folder as static files under a sub-path of 127.0.0.1, as any plain host would, and can break on purpose.
 * @param {string} folder
 * @param {{ base?: string, fault?: (path: string) => Fault | undefined }} [options]
 */
export async function serve(folder, { base = '/some/where/', fault } = {}) {
  /** @type {Answer[]} */
  const answers = [];
  const faults = { find: fault };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const wrong = faults.find?.(path) ?? {};
    const file = fileAt(folder, base, path);
    // Only the form that a resumed download asks in: from here to the end.
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const whole = from === 0 || file === null || from >= file.bytes;
    const answer = { path, status: wrong.status ?? (file === null ? 404 : whole ? 200 : 206), from, bytes: 0 };
    answers.push(answer);
    if (answer.status >= 400 || file === null) {
      response.writeHead(answer.status, { 'content-type': 'text/plain' }).end(`${answer.status}`);
      return;
    }
    response.writeHead(answer.status, { ...headersOf(file, whole ? 0 : from), ...wrong.headers });
    if (request.method === 'HEAD') response.end();
    else void send(file, response, wrong, answer);
  });
  const port = await listen(server, 0);

  return {
    /** The address of a page of the site. */
    url: (/** @type {string} */ page = '') => `http://127.0.0.1:${port}${base}${page}`,
    /** Every answer so far, in order. */
    answers,
    /** From now on goes wrong like this; nothing does without an argument. */
    breakWith: (/** @type {(path: string) => Fault | undefined} */ find = () => undefined) => {
      faults.find = find;
    },
    /** Takes the server off the network; `start` brings it back at the same address. */
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
    start: () => listen(server, port),
  };
}

/** The port that the server listens on at last. */
async function listen(/** @type {import('node:http').Server} */ server, /** @type {number} */ port) {
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/**
 * The file that a path asks for; null outside of the base, outside of the folder, or where there is none.
 * @param {string} folder
 * @param {string} base
 * @param {string} path
 */
function fileAt(folder, base, path) {
  if (!path.startsWith(base)) return null;
  const relative = normalize(path.slice(base.length) || 'index.html');
  if (relative.startsWith(`..${sep}`)) return null;
  const file = join(folder, relative);
  let found;
  try {
    found = statSync(file, { throwIfNoEntry: false });
  } catch {
    return null; // A path that goes on behind a file.
  }
  return found?.isFile() ? { file, bytes: found.size } : null;
}

/**
 * @param {{ file: string, bytes: number }} found
 * @param {number} from
 */
function headersOf({ file, bytes }, from) {
  return {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-length': bytes - from,
    'accept-ranges': 'bytes',
    ...(from > 0 && { 'content-range': `bytes ${from}-${bytes - 1}/${bytes}` }),
    // Vite puts a hash into the names below assets/.
    'cache-control': /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

/**
 * Sends a file, well or badly.
 * @param {{ file: string, bytes: number }} found
 * @param {import('node:http').ServerResponse} response
 * @param {Fault} fault
 * @param {Answer} answer
 */
async function send({ file, bytes }, response, { cutAfter = Infinity, spoil = false, bytesPerSecond }, answer) {
  const start = answer.status === 206 ? answer.from : 0;
  const slice = bytesPerSecond ? 16_384 : 262_144;
  for await (const chunk of createReadStream(file, { start, highWaterMark: slice })) {
    if (response.destroyed) return;
    const part = Buffer.from(chunk).subarray(0, Math.max(0, cutAfter - answer.bytes));
    const middle = Math.floor(bytes / 2) - start - answer.bytes;
    if (spoil && middle >= 0 && middle < part.length) part[middle] = (part[middle] ?? 0) ^ 0xff;
    answer.bytes += part.length;
    if (!response.write(part)) await writable(response);
    if (answer.bytes >= cutAfter) {
      // Half-closes the line: what was sent still arrives, and then nothing more.
      response.socket?.end();
      return;
    }
    if (bytesPerSecond) await wait((1000 * part.length) / bytesPerSecond);
  }
  response.end();
}

/**
 * Settles when the other side has taken what was sent, or has gone.
 * @param {import('node:http').ServerResponse} response
 * @returns {Promise<void>}
 */
function writable(response) {
  return new Promise((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve();
    };
    response.on('drain', settle).on('close', settle);
  });
}
