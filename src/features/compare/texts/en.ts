/** The texts of the page that compares recipes. */
export const texts = {
  title: 'Compare',
  intro: 'The same noise, led to a picture by different recipes. The same column is the same noise level.',
  lane: (letter: string) => `Recipe ${letter}`,
  pictures: 'The pictures at this noise level',
  picture: (letter: string, recipe: string, index: string, count: string, level: string) =>
    `${letter}, ${recipe}: step ${index} of ${count}, noise level ${level}`,
  waiting: (letter: string) => `${letter}: not there yet`,
  place: (index: string, count: string) => `step ${index} of ${count}`,
  steps: (count: string) => `${count} steps`,
  differenceLabel: (letter: string, first: string, gain: string, value: string) =>
    `Difference of ${letter} from ${first}, shown ${gain} times as large; root mean square ${value}`,
  difference: (letter: string, first: string) => `${letter} − ${first}`,
  rms: (value: string) => `differs by ${value}`,
  gainHint: 'Gray is no difference. Where it says ×, it is shown that many times larger.',
  shows: 'Pictures',
  views: { x: 'the picture now', x0: 'where it is heading' },
  noise: 'Noise',
  sameNoise: 'one for all',
  ownNoise: 'each its own',
  seed: 'seed',
  add: 'Add a recipe',
  remove: (letter: string) => `Remove ${letter}`,
  spoken: (level: string, column: string, count: string) => `Noise level ${level}, column ${column} of ${count}`,
  numbers: 'In numbers',
  rows: {
    here: 'from A, here',
    finished: 'from A, finished',
    evaluations: 'evaluations so far',
    all: 'evaluations in all',
    perStep: 'ms a step',
  },
  differenceHint: 'Root mean square of the difference; pictures reach from −1 to 1',
  none: '–',
  model: 'model',
  running: 'Running',
};

export type Texts = typeof texts;
