/** What the models are called, and the choice between them. */
export const texts = {
  label: 'Model',
  names: {
    portraits: 'Portraits',
    'portraits-small': 'Small portraits',
    emoji: 'Emoji',
    digits: 'Digits',
    'digits-gan': 'Digits by a GAN',
  },
  /** Where there is little room. */
  shortNames: { 'digits-gan': 'GAN' },
};

export type Texts = typeof texts;
