import type { Texts } from './en.ts';

export const texts: Texts = {
  intro:
    'Bits je Dimension: was ein idealer Kodierer, der dieses Netz kennt, für jeden Wert des Bildes ausgäbe. Je weniger, desto wahrscheinlicher; die Marke bei 8 ist, was es ohne Netz braucht.',
  plain: 'Die Marke: 8 Bits, gespeichert, wie es ist',
  compute: 'Berechnen',
  progress: 'Auswertungen des Netzes',
  evaluations: (done, all) => `${done} von ${all} Auswertungen`,
  cost: (evaluations, steps, probes) =>
    `je ${evaluations} Auswertungen: ${steps} Runge-Kutta-Schritte, ${probes} Proben`,
  error: (probes, steps) =>
    `± ist eine Standardabweichung: die Streuung von ${probes} zufälligen Proben und der Fehler der ${steps} Schritte, wie ihn halb so lange zeigen. Nicht darin: die Werte, die innerhalb der 256 Stufen gezogen wurden.`,
  conditional: (words) => `Beurteilt als: ${words}.`,
  unconditional: 'Beurteilt, ohne dass etwas verlangt ist.',
  guidance: 'Guidance ist aus: was sie mischt, ist keine Wahrscheinlichkeit.',
  pictures: {
    training: 'ein Trainingsbild',
    result: 'das Ergebnis dieses Laufs',
    own: 'ein eigenes',
    noise: 'bloßes Rauschen',
  },
};
