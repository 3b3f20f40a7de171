/** Noise levels, sigma / alpha, at which an interval of guidance may begin or end: from the clean picture to any noise. */
const stops = [
  0,
  ...[0.02, 0.03, 0.05, 0.07, 0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 7, 10, 15, 20, 30],
  Infinity,
] as const;

export const lastNoiseStop = stops.length - 1;

/** The stop nearest to a noise level, by ratio. */
export function noiseStopOf(noise: number): number {
  if (noise <= 0) return 0;
  if (noise === Infinity) return lastNoiseStop;
  let best = 1;
  for (let i = 1; i < lastNoiseStop; i++) {
    if (Math.abs(Math.log(noiseAt(i) / noise)) < Math.abs(Math.log(noiseAt(best) / noise))) best = i;
  }
  return best;
}

export function noiseAt(stop: number): number {
  return stops[Math.min(lastNoiseStop, Math.max(0, Math.round(stop)))] ?? 0;
}
