import type { Texts } from './en.ts';

export const texts: Texts = {
  forwardPicture: 'Bild für vorwärts',
  pictures: { training: 'ein Trainingsbild', result: 'das Ergebnis dieses Laufs', own: 'ein eigenes' },
  choose: 'Wählen …',
  ownHint: 'Oder hierher ziehen oder einfügen. Es bleibt auf Ihrem Gerät.',
  invert: 'Umkehren',
  invertHint: 'Vertauscht hell und dunkel',
  drop: 'Bild ablegen, um es zu verrauschen, oder ein Rezept, um es zu zeichnen',
};
