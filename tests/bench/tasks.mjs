/**
 * The longest task of a page's main thread in a trace of Chromium, by the clock and by the processor's time. On a busy
 * machine the clock counts what other programs did meanwhile, and a commit waits for the compositor's thread; the
 * processor's time is what the page itself took.
 * @param {Buffer} trace as Browser.stopTracing gives it, with the categories below
 */
export function longestTask(trace) {
  /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number,
   *   args: { name?: string } }[] }} */
  const { traceEvents } = JSON.parse(trace.toString());
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}:${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && mainThreads.has(`${pid}:${tid}`),
  );
  if (tasks.length === 0) throw new Error('the trace holds no task of a main thread');
  const longest = (/** @type {'dur' | 'tdur'} */ clock) => Math.max(...tasks.map((task) => task[clock] ?? 0)) / 1000;
  return { byTheClock: longest('dur'), ofTheProcessor: longest('tdur') };
}

/** What Chromium has to write down for it. */
export const taskCategories = ['__metadata', 'toplevel', 'disabled-by-default-devtools.timeline'];
