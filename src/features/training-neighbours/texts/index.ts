import { nearest as de } from './de.ts';
import { nearest as en, type NearestMessages } from './en.ts';
import { language } from '../../../kit/preferences/language.svelte.ts';

const texts: Readonly<Record<string, NearestMessages>> = { en, de };

/** The dialog's texts in the current language; reactive. */
export const nearestTexts = (): NearestMessages => texts[language.code] ?? en;
