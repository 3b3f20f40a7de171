import type { Texts } from './en.ts';

export const texts: Texts = {
  tagline: 'Aus Rauschen wird ein Bild, live in Ihrem Browser',
  header: {
    share: 'Teilen',
    help: 'Hilfe',
    theme: 'Farbschema',
    themes: { light: 'Hell', dark: 'Dunkel' },
    language: 'Sprache',
  },
};
