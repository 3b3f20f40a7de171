/** Named colours, the same in every style, so that a word means one thing. Hex RGB. */
export const hair = {
  black: '26201f',
  brown: '6b3f22',
  blonde: 'f0cc58',
  red: 'c2361e',
  orange: 'e8792b',
  pink: 'f27db0',
  purple: '7d4bc4',
  blue: '3b7bd8',
  green: '3fae5a',
  white: 'f2f2ee',
  gray: '9a9a9a',
};

export const skin = { light: 'ffdcc0', tan: 'd8996a', brown: 'a56a3f', dark: '704830' };

export const clothes = {
  red: 'd83a34',
  blue: '2f6fd0',
  green: '37a35a',
  yellow: 'f4c430',
  purple: '7a48c0',
  pink: 'f06ba8',
  orange: 'f08a30',
  white: 'f4f4f4',
  black: '2a2a2a',
  teal: '2bb5a8',
};

export const background = {
  white: 'ffffff',
  sky: 'b6e3f4',
  pink: 'ffd5dc',
  peach: 'ffdfbf',
  lavender: 'd1c4f0',
  mint: 'c0ebcf',
  yellow: 'fff0a8',
  gray: 'd8d8d8',
  blue: '7fb2f0',
  coral: 'f79a86',
  green: '6cc070',
  purple: '9b72cf',
  black: '303036',
  orange: 'ffb25e',
  red: 'e0524a',
  teal: '3fb8ac',
};

/** Ends of the vocabulary's ids: 'red' hair is the word 'red-hair'. */
export const wordOf = {
  hair: (name) => `${name}-hair`,
  skin: (name) => `${name}-skin`,
  clothes: (name) => `${name}-shirt`,
  body: (name) => `${name}-body`,
  background: (name) => `${name}-background`,
};

const channels = (hex) => [0, 2, 4].map((start) => parseInt(hex.slice(start, start + 2), 16));

/** Euclidean distance of two hex colours in RGB: 0 to 442. */
export function distance(first, second) {
  const [a, b] = [channels(first), channels(second)];
  return Math.hypot(...a.map((value, i) => value - b[i]));
}

/** Luma of Rec. 601: 0 (black) to 255. */
export function luma(hex) {
  const [red, green, blue] = channels(hex);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}
