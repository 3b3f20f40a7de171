import { remembered } from './remembered.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const darkPreferred = matchMedia('(prefers-color-scheme: dark)');
const saved = remembered('theme');

/** Light or dark: what the system says, unless the visitor chose. */
class ThemeState {
  chosen = $state<Theme>(themes.find((theme) => theme === saved.get()) ?? 'system');
  #systemDark = $state(darkPreferred.matches);
  readonly dark = $derived(this.chosen === 'system' ? this.#systemDark : this.chosen === 'dark');

  constructor() {
    darkPreferred.addEventListener('change', () => (this.#systemDark = darkPreferred.matches));
    this.#apply();
  }

  choose(theme: Theme): void {
    this.chosen = theme;
    saved.set(theme);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.style.colorScheme = this.chosen === 'system' ? 'light dark' : this.chosen;
  }
}

export const theme = new ThemeState();
