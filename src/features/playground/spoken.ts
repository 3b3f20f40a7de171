import { noiseLevel } from '../../kit/paint/noise-level.ts';
import { usePreferences } from '../../kit/preferences/preferences.svelte.ts';
import { useKitTexts } from '../../kit/texts/index.ts';
import type { Scene } from './scene.ts';

/** For a component's script: gives what a screen reader hears of a column. */
export function useSpokenScene(): (scene: Scene) => string {
  const kit = useKitTexts();
  const { language } = usePreferences();
  return ({ lane, index, numSteps, level }) =>
    kit().spoken[lane](language.number(index), language.number(numSteps), language.level(noiseLevel(level)));
}
