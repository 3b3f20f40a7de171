import { en, type Messages } from '../../features/playground/texts/en.ts';

const loaders: Record<string, () => Promise<Messages>> = {
  en: () => Promise.resolve(en),
  de: async () => (await import('../../features/playground/texts/de.ts')).de,
};

/** Languages by the name they give themselves. */
export const languageNames: Readonly<Record<string, string>> = { en: 'English', de: 'Deutsch' };

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** The visitor's language. Only the one in use is loaded, beside English, which is always there. */
class Language {
  code = $state('en');
  messages = $state.raw<Messages>(en);

  /** Takes the first of the wanted languages that there is. */
  async use(wanted: readonly string[]): Promise<void> {
    const code = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find((tag) => tag in loaders) ?? 'en';
    const load = loaders[code];
    if (load === undefined) return;
    this.messages = await load();
    this.code = code;
    document.documentElement.lang = code;
    document.documentElement.dir = rightToLeft.has(code) ? 'rtl' : 'ltr';
  }

  /** A number as this language writes it, with so many digits after the point. */
  number(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.code, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    );
  }

  /** A noise level: three digits that matter, whatever its size. */
  level(value: number): string {
    return new Intl.NumberFormat(this.code, { maximumSignificantDigits: 3, minimumSignificantDigits: 1 }).format(value);
  }

  percent(value: number): string {
    return new Intl.NumberFormat(this.code, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  }
}

export const language = new Language();

/** The texts of the current language; reactive. */
export const t = (): Messages => language.messages;
