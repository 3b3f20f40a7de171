import { getContext, setContext } from 'svelte';
import { Language } from './language.svelte.ts';
import { Motion } from './motion.ts';
import { remembered, type Remembered } from './remembered.ts';
import { Switch } from './switch.svelte.ts';
import { Theme } from './theme.svelte.ts';

/** How a visitor wants to see things. Two parts of a page may differ: they come through context. */
export class Preferences {
  readonly language: Language;
  readonly theme: Theme;
  readonly motion = new Motion();
  /** Whether x_t is shown as it is, where high noise saturates, and not divided by the size it is expected to have. */
  readonly rawScale: Switch;
  /** Whether pictures are shown as a second network draws them, where there is one, and not as pixels. */
  readonly sharp: Switch;

  /** Whether single letters are commands: who dictates turns them off (WCAG 2.1.4). */
  readonly shortcuts: Switch;

  /** @param remember where a setting of that name is kept; in the browser, unless told otherwise */
  constructor(remember: (name: string) => Remembered = remembered) {
    this.language = new Language(remember('language'));
    this.theme = new Theme(remember('theme'));
    this.rawScale = new Switch(remember('raw-scale'));
    this.sharp = new Switch(remember('sharp'), true);
    this.shortcuts = new Switch(remember('shortcuts'), true);
  }
}

const key = Symbol('preferences');
let ofThePage: Preferences | undefined;

/** Gives the components below this one preferences of their own. */
export function providePreferences(preferences: Preferences): void {
  setContext(key, preferences);
}

/** The preferences that hold where this component stands; the page's, unless somebody above provided others. */
export function usePreferences(): Preferences {
  return getContext<Preferences | undefined>(key) ?? (ofThePage ??= new Preferences());
}

/** Applies what belongs on the element that holds everything: its language, its direction, its colours. */
export function applyPreferences({ language, theme }: Preferences, root: HTMLElement): void {
  $effect(() => {
    root.lang = language.code;
    root.dir = language.direction;
    root.style.colorScheme = theme.colorScheme;
  });
}
