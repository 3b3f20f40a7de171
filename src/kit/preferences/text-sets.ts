import type { LanguageCode } from './languages.ts';

/** Fetches the texts of one set in a language; it does nothing where they are there. */
type Load = (code: LanguageCode) => Promise<void>;

/** The sets of texts of all code that has arrived so far. */
const sets: Load[] = [];

export function registerTexts(load: Load): void {
  sets.push(load);
}

/** Waits until every set has its texts in that language, those that arrive meanwhile too. A failed download rejects. */
export async function loadTexts(code: LanguageCode): Promise<void> {
  for (let done = 0; done < sets.length;) {
    done = sets.length;
    await Promise.all(sets.map((load) => load(code)));
  }
}
