/** The step counts a slider stops at: every one where it matters, ever fewer where it does not. */
const stops: readonly number[] = [
  ...range(1, 20, 1),
  ...range(22, 50, 2),
  ...range(55, 100, 5),
  ...range(110, 200, 10),
  ...range(225, 300, 25),
  ...range(350, 500, 50),
  ...range(600, 1000, 100),
];

export const lastStop = stops.length - 1;

/** The stop nearest to a number of steps. */
export function stopOf(numSteps: number): number {
  let best = 0;
  for (const [i, stop] of stops.entries()) {
    if (Math.abs(stop - numSteps) < Math.abs((stops[best] ?? 0) - numSteps)) best = i;
  }
  return best;
}

export function stepsAt(stop: number): number {
  return stops[Math.min(lastStop, Math.max(0, Math.round(stop)))] ?? 1;
}

function range(from: number, to: number, by: number): number[] {
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);
}
