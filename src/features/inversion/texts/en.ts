/** The texts of the page of DDIM inversion. */
export const texts = {
  title: 'DDIM inversion',
  intro:
    'Noise can be added, or found: the network leads the picture of your recipe back to the noise that DDIM makes it of, nearly. Denoised from there it comes back, the better the more steps; or it becomes something else that kept its pose.',
  found: 'led back to noise',
  again: 'denoised again',
  as: 'denoise it as',
  same: 'what it was',
  upwards: 'inversion',
  downwards: 'denoised again',
  lost: (value: string) => `Differs from the picture by ${value} (root mean square).`,
  phases: {
    loading: 'Loading the network …',
    drawing: 'Drawing the picture …',
    inverting: 'Finding its noise …',
    denoising: 'Denoising again …',
  },
  guidance: 'guidance',
  steps: 'steps',
};

export type Texts = typeof texts;
