import type { Texts } from './en.ts';

export const texts: Texts = {
  any: 'egal',
  label: 'Prompt',
  words: 'Verlangte Wörter',
  not: (word) => `nicht ${word}`,
  remove: (word) => `${word} entfernen`,
  chipHint: 'Pfeiltasten oder Ziehen ändern das Gewicht, Enter oder ein Klick macht aus mit ohne, Entf nimmt es weg',
  addHint: 'weitere Wörter (englisch)',
  surprise: 'Überraschung',
  style: 'Stil',
  examples: 'Zum Anfangen',
  suggestions: 'Vorschläge',
  unknown: (text) => `Für „${text}“ kennt das Netz kein Wort.`,
  open: (text) => `„${text}“ passt zu mehreren:`,
  startHints: {
    portraits: 'ein Gesicht auf Englisch: round glasses, red hair, no beard',
    'portraits-small': 'ein Gesicht auf Englisch: round glasses, red hair, no beard',
    emoji: 'ein Emoji auf Englisch: red apple, crying cat',
  },
};
