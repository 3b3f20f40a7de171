/** The texts of the pictures that the forward lane noises. */
export const texts = {
  forwardPicture: 'Forward picture',
  pictures: { training: 'a training picture', result: 'this run’s result', own: 'your own' },
  choose: 'Choose …',
  ownHint: 'Or drop or paste one. It stays on your device.',
  invert: 'Invert',
  invertHint: 'Swaps bright and dark',
  drop: 'Drop a picture to noise it, or a recipe to draw it',
};

export type Texts = typeof texts;
