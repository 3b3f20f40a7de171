import { textsOf } from '../preferences/texts-of.svelte.ts';
import { texts } from './en.ts';

export const useKitTexts = textsOf(texts, { de: () => import('./de.ts') });
