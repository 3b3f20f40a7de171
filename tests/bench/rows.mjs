import { median, quantile, total } from './statistics.mjs';

/**
 * @typedef {import('./table.mjs').Row} Row
 * @typedef {Awaited<ReturnType<typeof import('./steps.mjs').steps>>} Timed
 * @typedef {Awaited<ReturnType<typeof import('./arithmetic.mjs').arithmetic>>} Reckoned
 * @typedef {Awaited<ReturnType<typeof import('./visits.mjs').visits>>} Visited
 * @typedef {Awaited<ReturnType<typeof import('./playing.mjs').playing>>} Played
 * @typedef {ReturnType<typeof import('./sizes.mjs').sizes>} Sized
 * @typedef {import('./models.mjs').Bars} Bars
 */

/** @returns {Row[]} */
export function stepRows(/** @type {string} */ id, /** @type {Timed} */ rounds, /** @type {Bars} */ bars) {
  // The last frame of a run is the finished picture: no step belongs to it.
  const web = rounds.flatMap((round) => round.web.ms.slice(0, -1));
  const evaluations = rounds.map(({ web }) => web.summary.networkMs / web.summary.nfe);
  const native = rounds.flatMap((round) => round.native);
  const ratios = rounds.map(({ web, native }) => web.summary.ms / total(native));
  const outside = rounds.map(({ web }) => (100 * (web.summary.ms - web.summary.networkMs)) / web.summary.ms);
  const perSecond = rounds.map(({ web }) => (1000 * web.networkMs.slice(0, -1).length) / web.wall);
  const walls = rounds.map(({ web }) => web.wall);
  return [
    { name: 'step on WASM, one thread: median', value: median(web), unit: 'ms', digits: 2 },
    { name: 'step on WASM, one thread: p95', value: quantile(web, 0.95), unit: 'ms', digits: 2 },
    {
      name: 'evaluation on WASM: median',
      value: median(evaluations),
      unit: 'ms',
      digits: 2,
      ...atMost(bars.evaluation),
    },
    { name: 'native runtime, one thread: median', value: median(native), unit: 'ms', digits: 2 },
    { name: 'native runtime, one thread: p95', value: quantile(native, 0.95), unit: 'ms', digits: 2 },
    { name: 'WASM run / native evaluations', value: median(ratios), unit: 'times', digits: 2, ...atMost(bars.ratio) },
    {
      name: 'share of a run outside the network',
      value: median(outside),
      unit: '%',
      digits: 1,
      ...atMost(bars.outside),
    },
    { name: 'whole run', value: median(walls), unit: 'ms', digits: 0, ...atMost(bars.run) },
    {
      name: 'steps of that run a second',
      value: median(perSecond),
      unit: 'steps/s',
      digits: 0,
      ...(bars.stepsPerSecond !== undefined && { atLeast: bars.stepsPerSecond }),
    },
  ].map((row) => ({ ...row, name: `${id}: ${row.name}` }));
}

const atMost = (/** @type {number | undefined} */ bar) => (bar === undefined ? {} : { atMost: bar });

/** @returns {Row[]} */
export function arithmeticRows(/** @type {Reckoned} */ { normals, samplers }, /** @type {Timed} */ rounds) {
  const step = median(rounds.flatMap((round) => round.web.ms.slice(0, -1)));
  const own = Object.entries(samplers).map(([id, ms]) => ({ id, ms: median(ms) }));
  const costliest = own.reduce((a, b) => (b.ms > a.ms ? b : a));
  return [
    { name: 'torch.randn of 3,072 values: median', value: median(normals), unit: 'ms', digits: 2, atMost: 1 },
    { name: 'torch.randn of 3,072 values: least', value: Math.min(...normals), unit: 'ms', digits: 2 },
    {
      name: 'own arithmetic of a sampler: median of all',
      value: median(own.map(({ ms }) => ms)),
      unit: 'ms',
      digits: 3,
    },
    {
      name: `  of the costliest (${costliest.id}), of a step on WASM`,
      value: (100 * costliest.ms) / step,
      unit: '%',
      digits: 1,
      atMost: 5,
    },
  ];
}

/** @returns {Row[]} */
export function visitRows(
  /** @type {string} */ id,
  /** @type {Visited} */ { first, second },
  /** @type {Bars} */ bars,
) {
  const names = [...new Set(first.flatMap(({ milestones }) => Object.keys(milestones)))];
  const rows = (
    /** @type {string} */ label,
    /** @type {Visited['first']} */ visits,
    /** @type {number | undefined} */ bar,
  ) =>
    names.map((name) => ({
      name: `${id}: ${label} visit: ${name.replaceAll('-', ' ')}`,
      value: median(visits.map(({ milestones }) => milestones[name] ?? NaN)),
      unit: 'ms',
      digits: 0,
      ...(name === 'first-live-frame' && atMost(bar)),
    }));
  return [...rows('first', first, bars.firstVisit), ...rows('second', second, bars.secondVisit)];
}

/** @returns {Row[]} */
export function playingRows(/** @type {Played} */ { tasks, frameTimes }) {
  return [
    { name: 'longest main-thread task: own time', value: tasks.ofTheProcessor, unit: 'ms', digits: 1, atMost: 50 },
    { name: '  by the clock, other programs included', value: tasks.byTheClock, unit: 'ms', digits: 1 },
    { name: 'frames a second while playing', value: 1000 / median(frameTimes), unit: 'fps', digits: 0 },
    { name: 'time between two frames: p95', value: quantile(frameTimes, 0.95), unit: 'ms', digits: 1 },
  ];
}

/** @returns {Row[]} */
export function sizeRows(/** @type {Sized} */ sized) {
  const names = {
    page: "JavaScript before the runtime, the worker's included, and the model's words",
    styles: 'styles',
    runtime: 'runtime for WASM',
    weights: 'weights of all models',
  };
  return Object.entries(names).flatMap(([key, name]) => {
    const { raw, brotli } = sized[/** @type {keyof Sized} */ (key)];
    return [
      { name: `${name}: raw`, value: raw / 1000, unit: 'KB' },
      { name: `${name}: brotli`, value: brotli / 1000, unit: 'KB', ...(key === 'page' && { atMost: 90 }) },
    ];
  });
}
