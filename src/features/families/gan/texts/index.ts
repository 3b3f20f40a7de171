import { textsOf } from '../../../../kit/preferences/texts-of.svelte.ts';
import { texts } from './en.ts';

export const useTexts = textsOf(texts, { de: () => import('./de.ts') });
