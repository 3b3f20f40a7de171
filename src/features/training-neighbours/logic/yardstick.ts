import type { IndexHeader, Yardstick } from '../../../contract/training-index.ts';

/** Where fewer of the pictures that were kept back come so near, a sample is as near as a copy would be. */
const copies = 0.05;

/** The yardstick of the kind that these words tell, or else of all pictures, where the index has one. */
export function yardstickFor({ yardstick, yardsticks }: IndexHeader, words: readonly string[]): Yardstick | undefined {
  return yardsticks.find(({ word }) => words.includes(word)) ?? yardstick;
}

/** The distance that a share of the kept-back pictures stay under, between the quantiles that were measured. */
export function quantile({ distances }: Yardstick, share: number): number {
  const place = share * (distances.length - 1);
  const low = distances[Math.floor(place)] ?? 0;
  return low + (place % 1) * ((distances[Math.ceil(place)] ?? low) - low);
}

/** Share of the kept-back pictures that have a training picture nearer than this: 0 to 1. */
export function shareNearer({ distances }: Yardstick, distance: number): number {
  const above = distances.findIndex((value) => value > distance);
  if (above < 0) return 1;
  const [low, high] = [distances[above - 1], distances[above]];
  if (low === undefined || high === undefined) return 0;
  return (above - 1 + (distance - low) / (high - low)) / (distances.length - 1);
}

/** Whether a sample at this distance from its nearest training picture is as near as a copy would be. */
export function isNearCopy(yardstick: Yardstick, distance: number): boolean {
  return distance < quantile(yardstick, copies);
}
