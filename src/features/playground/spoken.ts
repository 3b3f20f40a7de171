import { language, t } from '../../kit/preferences/language.svelte.ts';
import { noiseLevel } from '../../kit/paint/noise-level.ts';
import type { Scene } from './scene.ts';

/** What a screen reader hears of a column. */
export function spokenScene({ lane, index, numSteps, level }: Scene): string {
  return t().spoken[lane](language.number(index), language.number(numSteps), language.level(noiseLevel(level)));
}
