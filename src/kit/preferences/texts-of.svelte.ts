import type { LanguageCode } from './languages.ts';
import { usePreferences } from './preferences.svelte.ts';
import { registerTexts } from './text-sets.ts';

/** Where the texts of the other languages are: each a module of its own, so that only the one in use is fetched. */
type Loaders<Texts> = Readonly<Record<Exclude<LanguageCode, 'en'>, () => Promise<{ readonly texts: Texts }>>>;

/**
 * Makes a set of texts.
 * @returns a function for a component's script: it gives a reactive function of the texts in the component's language
 */
export function textsOf<Texts>(english: Texts, loaders: Loaders<Texts>): () => () => Texts {
  let loaded = $state.raw<Partial<Record<LanguageCode, Texts>>>({ en: english });

  registerTexts(async (code) => {
    if (code === 'en' || loaded[code] !== undefined) return;
    const { texts } = await loaders[code]();
    loaded = { ...loaded, [code]: texts };
  });

  return () => {
    const { language } = usePreferences();
    return () => loaded[language.code] ?? english;
  };
}
