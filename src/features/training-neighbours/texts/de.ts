import type { Texts } from './en.ts';

export const texts: Texts = {
  sample: 'dieses Bild',
  neighbour: (place, words) => `Trainingsbild, Platz ${place}: ${words}`,
  distance: (value) => `Abstand ${value}`,
  noCopy: 'Nach diesem Maß keine Kopie.',
  new: (percent, count) =>
    `Von ${count} Bildern seiner Art, die im Training nie vorkamen, haben ${percent} ein näheres Trainingsbild als dieses.`,
  copy: 'So nah, wie eine Kopie wäre.',
  near: (percent, count) =>
    `Von ${count} Bildern seiner Art, die im Training nie vorkamen, kommen nur ${percent} einem Trainingsbild so nah.`,
  remembered:
    'Dieses Netz sah von jedem Motiv wenige Bilder, von den meisten in jedem Stil nur eines: was es kennt, zeichnet es aus dem Gedächtnis. Wie genau, zeigen die Bilder hier.',
  compare: 'Vergleichen',
  loading: (bytes) => `Das Verzeichnis wird geladen: ${bytes}`,
  comparing: (done, all) => `Kandidat ${done} von ${all}, gezeichnet und verglichen`,
  progress: 'Vergleich mit den Trainingsbildern',
  scale: (distance, near, half, far) =>
    `Auf einer Skala ab 0: dieses Bild bei ${distance}; Bilder, die im Training nie vorkamen, zwischen ${near} und ${far}, die Hälfte davon unter ${half}`,
  band: (near, half, far) =>
    `Das Band: wo 9 von 10 dieser Bilder liegen, ${near} bis ${far}; die Hälfte liegt unter ${half}.`,
  how: 'Wie verglichen wurde',
  kind: 'Seine Art ist die des nächsten Trainingsbildes.',
  distances:
    'Abstände sind euklidisch, über alle Werte zwischen −1 und 1; 0 ist dasselbe Bild. Dieselben Teile in anderer Farbe liegen weit auseinander.',
  same: (count) =>
    `Nicht mitgezählt: ${count} weitere, die genau wie ein Trainingsbild aussehen: dieselben Teile fielen zufällig zusammen.`,
  all: (count) => `Alle ${count} Trainingsbilder wurden verglichen, Wert für Wert.`,
  redrawn: (candidates, count, found) =>
    `Aus allen ${count} Trainingsbildern wählt ein Verzeichnis ${candidates} Kandidaten. Jeder wird auf diesem Gerät aus den Teilen, aus denen er bestand, neu gezeichnet und Wert für Wert verglichen. Bei Prüfungen ist das nächste Bild in ${found} der Fälle darunter.`,
  drawnBy: 'Von wem diese Bilder sind',
  notWhole: 'Sobald der Live-Lauf vollständig ist.',
};
