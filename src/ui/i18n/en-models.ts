/** The models by name, and whose work they are. */
export const models = {
  label: 'Model',
  names: { portraits: 'Portraits', 'portraits-small': 'Small portraits', digits: 'Digits' },
};

export const credits = {
  title: 'Credits and licences',
  weights: 'network',
  data: 'learned from',
  software: 'Software',
};
