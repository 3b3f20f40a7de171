/** Of the second network, which draws pictures sharp. */
export const texts = {
  sharp: 'sharp',
  drawn: (parameters: string) => `enlarged by a second network, ${parameters} parameters`,
  hint: (parameters: string) =>
    `Drawn at four times the size by a second network of ${parameters} parameters. Off: the pixels themselves, with which everything is computed. (X)`,
};

export type Texts = typeof texts;
