import type { Texts } from './en.ts';

export const texts: Texts = {
  title: 'DDIM-Inversion',
  intro:
    'Rauschen lässt sich zufügen, oder finden: das Netz führt das Bild Ihres Rezepts zu dem Rauschen zurück, aus dem DDIM es macht, beinahe. Von dort entrauscht kommt es wieder, um so besser, je mehr Schritte; oder es wird etwas anderes, das seine Haltung behält.',
  found: 'zu Rauschen zurückgeführt',
  again: 'wieder entrauscht',
  as: 'entrauschen als',
  same: 'was es war',
  upwards: 'Inversion',
  downwards: 'wieder entrauscht',
  lost: (value) => `Weicht um ${value} vom Bild ab (quadratisches Mittel).`,
  phases: {
    loading: 'Das Netz wird geladen …',
    drawing: 'Das Bild wird gezeichnet …',
    inverting: 'Sein Rauschen wird gesucht …',
    denoising: 'Es wird wieder entrauscht …',
  },
  guidance: 'Guidance',
  steps: 'Schritte',
};
