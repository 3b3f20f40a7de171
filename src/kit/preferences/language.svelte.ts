import { bestLanguage, languages, type LanguageCode } from './languages.ts';
import type { Remembered } from './remembered.ts';
import { loadTexts } from './text-sets.ts';

/** A visitor's language. Only the one in use is loaded, beside English, which is always there. */
export class Language {
  code = $state<LanguageCode>('en');
  readonly direction: 'ltr' | 'rtl' = $derived(languages.find(({ code }) => code === this.code)?.direction ?? 'ltr');
  /** Counts what was asked for; only the newest may apply. */
  #asked = 0;

  constructor(private readonly remembered: Remembered) {}

  /** The language that was chosen on an earlier visit; null where none was. */
  get chosen(): string | null {
    return this.remembered.get();
  }

  /**
   * Takes the first of the wanted languages that there is, as soon as all of its texts are there.
   * A failed download rejects and leaves the language as it is; the next call tries afresh.
   */
  async use(wanted: readonly string[]): Promise<void> {
    const asked = ++this.#asked;
    const code = bestLanguage(wanted);
    await loadTexts(code);
    if (asked === this.#asked) this.code = code;
  }

  /** Takes a language and remembers it for the next visit. */
  async choose(code: LanguageCode): Promise<void> {
    await this.use([code]);
    if (this.code === code) this.remembered.set(code);
  }

  /** Waits for code that comes late, and for its texts in this language: it must not show in English first. */
  async withTexts<T>(load: () => Promise<T>): Promise<T> {
    const loaded = await load();
    await loadTexts(this.code);
    return loaded;
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

  /** A share of 1, with so many digits after the point. */
  percent(value: number, digits = 0): string {
    return new Intl.NumberFormat(this.code, {
      style: 'percent',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);
  }

  /** By how much something changes, with its sign: "+24%". */
  change(value: number): string {
    const options = { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' } as const;
    return new Intl.NumberFormat(this.code, options).format(value).replace('-', '−');
  }

  /** Bytes, in millions. */
  megabytes(bytes: number): string {
    return this.number(bytes / 1e6, 1);
  }
}
