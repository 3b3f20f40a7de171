/** The texts of a GAN's page. */
export const texts = {
  stage: 'The picture',
  latent: 'the noise, z',
  latentCount: (count: string) => `${count} numbers`,
  latentLabel: (count: string, least: string, most: string) => `The noise: ${count} numbers from ${least} to ${most}`,
  once: '1 evaluation',
  milliseconds: (ms: string) => `${ms} ms`,
  picture: 'the picture',
  pictureLabel: 'The picture that the network drew from the noise',
  oneStep: 'drawn at once',
  counterpart: 'the same digit by diffusion',
  counterpartLabel: (step: string) => `The same digit by diffusion: ${step}`,
  counterpartCost: (evaluations: string, ms: string) => `${evaluations} evaluations, ${ms} ms`,
  counterpartMissing: 'There is no diffusion model of such pictures here.',

  between: 'Between two seeds',
  mix: 'on the way',
  mixHint: '0 is the noise of this seed, 1 that of the other; in between it goes along the arc that joins them',
  end: (seed: string) => `The picture of seed ${seed}`,
  other: 'other',

  truncation: 'truncation',
  truncationHint:
    'A factor on the noise. Smaller is more typical and less varied: at 0 every seed gives the same picture. 1 is how it was trained.',

  how: 'What happens here',
  input: (latent: string) =>
    `One evaluation and no steps: ${latent} random numbers and the digit go into the network once, and the finished picture comes out. Nothing is denoised, so there is nothing to play.`,
  game: 'It was learned as a game of two networks, a generative adversarial network: one draws, the other tells what is drawn from what is real, and each gets better because the other does. Only the one that draws is here.',
  price: (copies: string, mark: string, diffusion: string) =>
    `The speed has a price. Its pictures differ less among themselves and keep nearer to what it learned from: ${copies} of them lie closer to a training digit than ${mark} of new handwritten digits do, where ${mark} would be fair. Diffusion: ${diffusion}.`,

  measures: {
    title: 'Measured on 1,000 pictures each',
    gan: 'GAN, truncation',
    diffusion: 'diffusion, guidance',
    readAsAsked: 'read as asked',
    readAsAskedHint: 'How many a second network reads as the digit that was asked for',
    frechet: 'Fréchet distance',
    frechetHint: 'From real pictures, in units of the distance between two sets of real ones: 1 is as real',
    diversity: 'variety',
    diversityHint: 'How far pictures of one digit are from each other, as a share of that of real ones',
    copies: (mark: string) => `near copies, mark ${mark}`,
    copiesHint: (mark: string) => `How many lie closer to a training picture than ${mark} of new handwritten digits do`,
    over: 'over the mark',
  },

  recipeFile: 'All that decides this picture, as a file to keep; the link brings it back.',
  png: { name: 'Picture', text: 'As PNG, with model, version and recipe in the file.' },
};

export type Texts = typeof texts;
