import type { Texts } from './en.ts';

export const texts: Texts = {
  lessonNames: {
    noiseToPicture: {
      title: 'Vom Rauschen zum Bild',
      look: 'Durch die Spalten gehen: bei welchem Schritt lässt sich sagen, was es wird, im rechten Bild und im linken?',
    },
    sameNoise: {
      title: 'Dasselbe Rauschen, eine andere Ziffer',
      look: 'Andere Ziffern wählen, ohne den Seed zu würfeln: Neigung und Strich bleiben, denn sie kommen aus dem Rauschen.',
    },
    guidance: {
      title: 'Zu viel Guidance',
      look: 'Guidance von 5 auf 1 senken: die Farben werden ruhiger, und bei 1 haben die Wörter wenig zu sagen.',
    },
    fewSteps: {
      title: 'Vier Schritte',
      look: 'DDIM zeichnet in vier Schritten Verwaschenes; DPM++ 2M wählen und bei gleichem Preis vergleichen.',
    },
    freshNoise: {
      title: 'Frisches Rauschen unterwegs',
      look: 'Die Schritte um einen ändern: dieser Sampler zeichnet ein anderes Bild; mit DDIM bleibt es dasselbe.',
    },
    noiseLevels: {
      title: 'Wo die Schritte bleiben',
      look: 'Im Diagramm liegen die meisten Schritte bei wenig Rauschen; gleichmäßig in log SNR wählen und sehen, wie die Linie gerade wird.',
    },
    negative: {
      title: 'Wovon es fernbleiben soll',
      look: '„Schwarzes Haar“ von dem wegnehmen, was nicht gewollt ist, und sehen, was das Netz zeichnet, wo nichts gesagt ist.',
    },
    morph: {
      title: 'Zwischen zwei Bildern',
      look: 'Den Regler des Übergangs von 0 nach 1 ziehen: Wörter und Rauschen werden gemischt, jedes Bild dazwischen ist gezeichnet, nicht überblendet.',
    },
  },
};
