import type { Texts } from './en.ts';

export const texts: Texts = {
  label: 'Modell',
  names: {
    portraits: 'Porträts',
    'portraits-small': 'Kleine Porträts',
    emoji: 'Emoji',
    digits: 'Ziffern',
    'digits-gan': 'Ziffern von einem GAN',
  },
  shortNames: { 'digits-gan': 'GAN' },
};
