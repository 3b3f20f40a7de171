import type { Messages } from '../../playground/texts/en.ts';

export const prompt: Messages['prompt'] = {
  digit: 'Ziffer',
  any: 'egal',
  anyHint: 'Keine Ziffer verlangt: das Netz zeichnet, was es mag',
  seed: 'Seed',
  seedHint: 'Derselbe Seed gibt dasselbe Rauschen, hier und in PyTorch',
  dice: 'Neuer Seed',
  denoise: 'Entrauschen',
  stop: 'Anhalten',
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
};

export const morph: Messages['morph'] = {
  title: 'Überblenden',
  mix: 'zwischen',
  mixHint: '0 ist dieser Prompt und Seed, 1 der andere: Wörter mischen sich gerade, Rauschen auf dem Bogen dazwischen',
  toward: 'hin zu',
};
