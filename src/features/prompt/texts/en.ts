/** What is asked of the network. */
export const texts = {
  any: 'any',
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
  /** In an empty prompt box, by model. */
  startHints: {
    portraits: 'describe a face: round glasses, red hair, no beard',
    'portraits-small': 'describe a face: round glasses, red hair, no beard',
    emoji: 'name an emoji: red apple, crying cat',
  },
};

export type Texts = typeof texts;
