import type { Messages } from './en.ts';

export const models: Messages['models'] = {
  label: 'Modell',
  names: { portraits: 'Porträts', 'portraits-small': 'Kleine Porträts', digits: 'Ziffern' },
};

export const credits: Messages['credits'] = {
  title: 'Mitwirkende und Lizenzen',
  weights: 'Netz',
  data: 'gelernt aus',
  software: 'Software',
};
