import { nearest as de } from '../i18n/de-nearest.ts';
import { nearest as en, type NearestMessages } from '../i18n/en-nearest.ts';
import { language } from '../i18n/language.svelte.ts';

const texts: Readonly<Record<string, NearestMessages>> = { en, de };

/** The dialog's texts in the current language; reactive. */
export const nearestTexts = (): NearestMessages => texts[language.code] ?? en;
