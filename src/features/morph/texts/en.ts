/** The texts of the way from one run to another. */
export const texts = {
  title: 'Morph',
  mix: 'between',
  toward: 'toward',
  digit: 'Digit',
  any: 'any',
  prompt: 'Prompt',
};

export type Texts = typeof texts;
