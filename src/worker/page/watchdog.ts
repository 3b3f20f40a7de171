/** Waits for signs of life. */
export interface Watchdog {
  /** A sign of life: the wait starts anew, for this long. Infinity waits for ever. */
  pat(patienceMs: number): void;
  stop(): void;
}

/** A laptop that wakes up, or a throttled tab, finds its timers due at once: one slice, and not the whole wait, is lost. */
const slices = 4;

/** Calls `onSilence` once when the patience given last runs out. */
export function createWatchdog(onSilence: (patienceMs: number) => void): Watchdog {
  let timer: ReturnType<typeof setInterval> | undefined;
  let patience = Infinity;
  let left = slices;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  function tick(): void {
    left -= 1;
    if (left > 0) return;
    stop();
    onSilence(patience);
  }

  function pat(patienceMs: number): void {
    left = slices;
    if (timer !== undefined && patienceMs === patience) return;
    stop();
    patience = patienceMs;
    if (patienceMs !== Infinity) timer = setInterval(tick, patienceMs / slices);
  }

  return { pat, stop };
}
