import { setTimeout as wait } from 'node:timers/promises';

/** What linting knows. */
const linted = /\.(ts|mjs|js|svelte)$/;
/** Written by tools, or not ours. */
const passedOver = /(^|\/)(node_modules|output|dist|\.git)\//;

/** Whether a change of a file is worth a look. */
export const counts = (/** @type {string} */ file) => linted.test(file) && !passedOver.test(file);

/**
 * Collects changed files and checks them together once it has been quiet for a while, one round at a time: what changes
 * during a round is looked at in the next one.
 * @param {(files: readonly string[]) => Promise<void>} check
 * @param {number} quiet milliseconds
 * @returns {(file: string) => void} to be told of every change
 */
export function gather(check, quiet) {
  /** @type {Set<string>} */
  const changed = new Set();
  let busy = false;

  const work = async () => {
    busy = true;
    while (changed.size > 0) {
      const before = changed.size;
      await wait(quiet);
      if (changed.size > before) continue;
      const files = [...changed].sort();
      changed.clear();
      await check(files);
    }
    busy = false;
  };

  return (file) => {
    changed.add(file);
    if (!busy) void work();
  };
}
