/** The texts of the dialog that tells how likely pictures are. */
export const texts = {
  intro:
    'Bits per dimension: what an ideal coder that knows this network would spend on each value of the picture. The fewer, the likelier; the mark at 8 is what it takes without a network.',
  plain: 'The mark: 8 bits, stored as it is',
  compute: 'Compute',
  progress: 'Evaluations of the network',
  evaluations: (done: string, all: string) => `${done} of ${all} evaluations`,
  cost: (evaluations: string, steps: string, probes: string) =>
    `${evaluations} evaluations each: ${steps} Runge-Kutta steps, ${probes} probes`,
  error: (probes: string, steps: string) =>
    `± is one standard deviation: the spread of ${probes} random probes, and what the ${steps} steps are off by, seen from steps of half the length. Not in it: the values drawn within each of the 256 levels.`,
  conditional: (words: string) => `Judged as: ${words}.`,
  unconditional: 'Judged with nothing asked for.',
  guidance: 'Guidance is off: what it mixes is no probability.',
  pictures: {
    training: 'a training picture',
    result: 'this run’s result',
    own: 'your own',
    noise: 'plain noise',
  },
};

export type Texts = typeof texts;
