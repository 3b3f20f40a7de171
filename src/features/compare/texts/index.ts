import { language } from '../../../kit/preferences/language.svelte.ts';
import { compare as de } from './de.ts';
import { compare as en, type Texts } from './en.ts';

const texts: Readonly<Record<string, Texts>> = { en, de };

/** The page's texts in the current language; reactive. */
export const useTexts = () => (): Texts => texts[language.code] ?? en;
