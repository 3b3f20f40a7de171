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
  /** Some texts, and how many others. */
  list: (texts: readonly string[], more: number) =>
    texts.map((text) => `“${text}”`).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  unknown: (texts: string) => `The network has no word for ${texts}.`,
  unanswered: 'The picture is still the one before.',
  open: (text: string) => `“${text}” fits several:`,
  people: (texts: string) => `No style draws age or gender: ${texts} changes nothing.`,
  foreign: (texts: string) => `${texts} means nothing here.`,
  clamped: (word: string, weight: string, most: string) => `${word} weighs ${most}, the most there is, not ${weight}.`,
  contradicted: (word: string, not: boolean) =>
    not
      ? `${word} is asked for and ruled out: out, as said last.`
      : `${word} is ruled out and asked for: in, as said last.`,
  cut: 'Only the beginning of this long text was read.',
  more: (count: number) => `and ${count} more`,
  idleNot: 'does nothing at guidance 1',
  mendNot: 'set guidance to 2',
  /** In an empty prompt box, by model. */
  startHints: {
    portraits: 'describe a face: round glasses, red hair, no beard',
    'portraits-small': 'describe a face: round glasses, red hair, no beard',
    emoji: 'name an emoji: red apple, crying cat',
  },
};

export type Texts = typeof texts;
