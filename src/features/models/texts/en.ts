/** What the models are called, and the choice between them. */
export const texts = {
  label: 'Model',
  names: { portraits: 'Portraits', 'portraits-small': 'Small portraits', emoji: 'Emoji', digits: 'Digits' },
};

export type Texts = typeof texts;
