/** What is asked of the network. */
export const prompt = {
  digit: 'Digit',
  any: 'any',
  anyHint: 'No digit is asked for: the network draws what it likes',
  seed: 'seed',
  seedHint: 'The same seed gives the same noise, here and in PyTorch',
  dice: 'New seed',
  denoise: 'Denoise',
  stop: 'Stop',
  label: 'Prompt',
  words: 'Words that are asked for',
  not: (word: string) => `not ${word}`,
  remove: (word: string) => `Remove ${word}`,
  chipHint: 'Arrow keys or dragging change the weight, Enter or a click turns with into without, Delete removes',
  addHint: 'add words',
  surprise: 'Surprise me',
  style: 'style',
  examples: 'Start from',
  suggestions: 'Suggestions',
  unknown: (text: string) => `The network has no word for “${text}”.`,
  open: (text: string) => `“${text}” fits several:`,
};

export const morph = {
  title: 'Morph',
  mix: 'between',
  mixHint: '0 is this prompt and seed, 1 the other: words mix straight, noises along the arc between them',
  toward: 'toward',
};
