/** The texts of the way from one run to another. */
export const texts = {
  title: 'Morph',
  mix: 'between',
  mixHint: '0 is this prompt and seed, 1 the other: words mix straight, noises along the arc between them',
  toward: 'toward',
  digit: 'Digit',
  any: 'any',
  prompt: 'Prompt',
};

export type Texts = typeof texts;
