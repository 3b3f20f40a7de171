import type { Texts } from './en.ts';

export const texts: Texts = {
  any: 'egal',
  label: 'Prompt',
  words: 'Verlangte Wörter',
  not: (word) => `nicht ${word}`,
  remove: (word) => `${word} entfernen`,
  chipHint: 'Pfeiltasten oder Ziehen ändern das Gewicht, Enter oder ein Klick macht aus mit ohne, Entf nimmt es weg',
  addHint: 'weitere Wörter',
  surprise: 'Überraschung',
  style: 'Stil',
  examples: 'Zum Anfangen',
  suggestions: 'Vorschläge',
  list: (texts, more) => texts.map((text) => `„${text}“`).join(', ') + (more > 0 ? ` und ${more} weitere` : ''),
  unknown: (texts) => `Für ${texts} kennt das Netz kein Wort.`,
  unanswered: 'Das Bild ist noch das vorige.',
  open: (text) => `„${text}“ passt zu mehreren:`,
  people: (texts) => `Kein Stil zeichnet Alter oder Geschlecht: ${texts} ändert nichts.`,
  foreign: (texts) => `${texts} bedeutet hier nichts.`,
  clamped: (word, weight, most) => `${word} wiegt ${most}, mehr geht nicht, statt ${weight}.`,
  contradicted: (word, not) =>
    not
      ? `${word} ist verlangt und ausgeschlossen: ohne, wie zuletzt gesagt.`
      : `${word} ist ausgeschlossen und verlangt: mit, wie zuletzt gesagt.`,
  cut: 'Von diesem langen Text wurde nur der Anfang gelesen.',
  more: (count) => `und ${count} weitere`,
  idleNot: 'wirkt bei Guidance 1 nicht',
  mendNot: 'Guidance auf 2',
  startHints: {
    portraits: 'ein Gesicht: runde Brille, rote Haare, kein Bart',
    'portraits-small': 'ein Gesicht: runde Brille, rote Haare, kein Bart',
    emoji: 'ein Emoji: roter Apfel, weinende Katze',
  },
};
