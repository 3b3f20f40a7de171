import type { NearestMessages } from './en-nearest.ts';

export const nearest: NearestMessages = {
  intro:
    'Die Bilder, aus denen dieses Netz lernte und die diesem am nächsten kommen. Abstand: euklidisch über alle Werte zwischen −1 und 1; 0 ist dasselbe Bild.',
  sample: 'dieses Bild',
  neighbour: (place, words) => `Trainingsbild, Platz ${place}: ${words}`,
  distance: (value) => `Abstand ${value}`,
  noCopy: 'Keine Kopie.',
  new: (percent, count) =>
    `Von ${count} Bildern, die im Training nie vorkamen, haben ${percent} ein näheres Trainingsbild als dieses.`,
  copy: 'So nah, wie eine Kopie wäre.',
  near: (percent, count) =>
    `Von ${count} Bildern, die im Training nie vorkamen, kommen nur ${percent} einem Trainingsbild so nah.`,
  compare: 'Vergleichen',
  loading: (bytes) => `Das Verzeichnis wird geladen: ${bytes}`,
  comparing: (done, all) => `Kandidat ${done} von ${all}, gezeichnet und verglichen`,
  progress: 'Vergleich mit den Trainingsbildern',
  scale: (distance, near, half, far) =>
    `Auf einer Skala ab 0: dieses Bild bei ${distance}; Bilder, die im Training nie vorkamen, zwischen ${near} und ${far}, die Hälfte davon unter ${half}`,
  band: (near, half, far) =>
    `Das Band: wo 9 von 10 Bildern liegen, die im Training nie vorkamen, ${near} bis ${far}; die Hälfte liegt unter ${half}.`,
  same: (count) => `${count} weitere stehen unverändert unter den Trainingsbildern und zählen nicht mit.`,
  all: (count) => `Alle ${count} Trainingsbilder wurden verglichen, Wert für Wert.`,
  redrawn: (candidates, count, found) =>
    `Aus allen ${count} Trainingsbildern wählt ein Verzeichnis ${candidates} Kandidaten. Jeder wird auf diesem Gerät aus den Teilen, aus denen er bestand, neu gezeichnet und Wert für Wert verglichen. Bei Prüfungen ist das nächste Bild in ${found} der Fälle darunter.`,
  drawnBy: 'Von wem diese Bilder sind',
};
