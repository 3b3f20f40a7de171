/** The models by name, and whose work they are. */
export const models = {
  label: 'Model',
  names: { portraits: 'Portraits', 'portraits-small': 'Small portraits', emoji: 'Emoji', digits: 'Digits' },
  /** In an empty prompt box. */
  startHints: {
    portraits: 'describe a face: round glasses, red hair, no beard',
    'portraits-small': 'describe a face: round glasses, red hair, no beard',
    emoji: 'name an emoji: red apple, crying cat',
  },
};

export const credits = {
  title: 'Credits and licences',
  weights: 'network',
  data: 'learned from',
  software: 'Software',
};
