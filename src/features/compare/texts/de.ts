import type { Texts } from './en.ts';

export const texts: Texts = {
  title: 'Vergleichen',
  intro: 'Dasselbe Rauschen, nach verschiedenen Rezepten zum Bild geführt. Dieselbe Spalte ist dieselbe Rauschstufe.',
  lane: (letter) => `Rezept ${letter}`,
  pictures: 'Die Bilder auf dieser Rauschstufe',
  picture: (letter, recipe, index, count, level) =>
    `${letter}, ${recipe}: Schritt ${index} von ${count}, Rauschstufe ${level}`,
  waiting: (letter) => `${letter}: noch nicht da`,
  place: (index, count) => `Schritt ${index} von ${count}`,
  steps: (count) => `${count} Schritte`,
  differenceLabel: (letter, first, gain, value) =>
    `Unterschied von ${letter} zu ${first}, ${gain}-fach vergrößert gezeigt; quadratisches Mittel ${value}`,
  difference: (letter, first) => `${letter} − ${first}`,
  rms: (value) => `Abstand ${value}`,
  gainHint: 'Grau heißt: kein Unterschied. Wo × steht, ist er so vielfach vergrößert gezeigt.',
  shows: 'Bilder',
  views: { x: 'das Bild jetzt', x0: 'wohin es geht' },
  noise: 'Rauschen',
  sameNoise: 'eines für alle',
  ownNoise: 'jedem seines',
  seed: 'Seed',
  add: 'Rezept hinzufügen',
  remove: (letter) => `${letter} entfernen`,
  spoken: (level, column, count) => `Rauschstufe ${level}, Spalte ${column} von ${count}`,
  numbers: 'In Zahlen',
  rows: {
    here: 'zu A, hier',
    finished: 'zu A, fertig',
    evaluations: 'Auswertungen bis hier',
    all: 'Auswertungen gesamt',
    perStep: 'ms je Schritt',
  },
  differenceHint: 'Quadratisches Mittel des Unterschieds; Bilder reichen von −1 bis 1',
  none: '–',
  model: 'Modell',
  running: 'Läuft',
};
