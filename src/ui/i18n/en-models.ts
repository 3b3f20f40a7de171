/** The models by name, and whose work they are. */
export const models = {
  label: 'Model',
  names: { portraits: 'Portraits', digits: 'Digits' },
};

export const credits = {
  title: 'Credits and licences',
  weights: 'network',
  data: 'learned from',
  software: 'Software',
};
