import { bestLanguage } from '../kit/preferences/languages.ts';

/** The few words of a widget that has not been opened: too few to be fetched. */
const words = {
  en: { start: 'Denoise live', failed: 'This widget could not be loaded. Click to try again.' },
  de: { start: 'Live entrauschen', failed: 'Dieses Widget ließ sich nicht laden. Ein Klick versucht es noch einmal.' },
} as const;

/** In the first of these languages that there is. */
export const wordsIn = (languages: readonly string[]) => words[bestLanguage(languages)];
