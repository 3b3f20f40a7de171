import { MediaQuery } from 'svelte/reactivity';
import type { Remembered } from './remembered.ts';

const themes = ['system', 'light', 'dark'] as const;
type ThemeId = (typeof themes)[number];

/** Light or dark: what the system says, unless the visitor chose. */
export class Theme {
  chosen = $state<ThemeId>('system');
  readonly #system = new MediaQuery('(prefers-color-scheme: dark)', false);
  readonly dark = $derived(this.chosen === 'system' ? this.#system.current : this.chosen === 'dark');
  /** For CSS's `color-scheme`. */
  readonly colorScheme = $derived(this.chosen === 'system' ? 'light dark' : this.chosen);

  constructor(private readonly remembered: Remembered) {
    const saved = remembered.get();
    this.chosen = themes.find((theme) => theme === saved) ?? 'system';
  }

  choose(theme: ThemeId): void {
    this.chosen = theme;
    this.remembered.set(theme);
  }
}
