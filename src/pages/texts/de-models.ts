import type { Messages } from '../../features/playground/texts/en.ts';

export const models: Messages['models'] = {
  label: 'Modell',
  names: { portraits: 'Porträts', 'portraits-small': 'Kleine Porträts', emoji: 'Emoji', digits: 'Ziffern' },
  startHints: {
    portraits: 'ein Gesicht auf Englisch: round glasses, red hair, no beard',
    'portraits-small': 'ein Gesicht auf Englisch: round glasses, red hair, no beard',
    emoji: 'ein Emoji auf Englisch: red apple, crying cat',
  },
};

export const credits: Messages['credits'] = {
  title: 'Mitwirkende und Lizenzen',
  weights: 'Netz',
  data: 'gelernt aus',
  software: 'Software',
};
