/** The texts of the dialog that shows the nearest training pictures. */
export const texts = {
  sample: 'this picture',
  neighbour: (place: string, words: string) => `training picture, place ${place}: ${words}`,
  distance: (value: string) => `distance ${value}`,
  noCopy: 'No copy by this measure.',
  new: (percent: string, count: string) =>
    `Of ${count} pictures of its kind that training never saw, ${percent} have a training picture nearer than this one has.`,
  copy: 'As near as a copy would be.',
  near: (percent: string, count: string) =>
    `Of ${count} pictures of its kind that training never saw, only ${percent} come so near to a training picture.`,
  remembered:
    'This network saw few pictures of each subject, of most only one in each style: what it knows it draws from memory. The pictures below show how closely.',
  compare: 'Compare',
  loading: (bytes: string) => `Loading the index: ${bytes}`,
  comparing: (done: string, all: string) => `Candidate ${done} of ${all}, drawn and compared`,
  progress: 'Comparison with the training pictures',
  scale: (distance: string, near: string, half: string, far: string) =>
    `On a scale from 0: this picture at ${distance}; pictures that training never saw between ${near} and ${far}, half of them under ${half}`,
  band: (near: string, half: string, far: string) =>
    `The band: where 9 of 10 of those pictures lie, ${near} to ${far}; half lie under ${half}.`,
  how: 'How this was compared',
  kind: 'Its kind is that of the nearest training picture.',
  distances:
    'Distances are Euclidean, over all values between −1 and 1; 0 is the same picture. The same parts in another colour are far apart.',
  same: (count: string) =>
    `Not counted: ${count} more that look exactly like a training picture: the same parts came up by chance.`,
  all: (count: string) => `All ${count} training pictures were compared, value by value.`,
  redrawn: (candidates: string, count: string, found: string) =>
    `Of all ${count} training pictures an index picks ${candidates} candidates. Each is drawn again on your device, from the parts it was made of, and compared value by value. The nearest is among them in ${found} of checks.`,
  drawnBy: 'Whose pictures these are',
  notWhole: 'Available when the live run is complete.',
};

export type Texts = typeof texts;
