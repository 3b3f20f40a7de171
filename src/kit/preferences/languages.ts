/** The languages there are, in the order in which they are offered. English comes first: it is always there. */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'de', name: 'Deutsch', direction: 'ltr' },
] as const satisfies readonly Entry[];

interface Entry {
  /** As in HTML's `lang`. */
  readonly code: string;
  /** The name that the language gives itself. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

export type LanguageCode = (typeof languages)[number]['code'];

/** The first of some wanted languages ("de-AT") that there is; English where there is none of them. */
export function bestLanguage(wanted: readonly string[]): LanguageCode {
  const codes = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
  return codes.flatMap((code) => languages.find((known) => known.code === code) ?? [])[0]?.code ?? 'en';
}
