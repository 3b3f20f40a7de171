import type { Texts } from './en.ts';

export const texts: Texts = {
  help: {
    title: 'So geht es',
    intro:
      'Das Netz hat gelernt, in einem verrauschten Bild das saubere zu vermuten. Ein Sampler beginnt mit reinem Rauschen, fragt immer wieder nach dieser Vermutung und nimmt jedes Mal ein wenig Rauschen weg.',
    keys: 'Tasten',
    keyList: [
      ['Leertaste', 'abspielen oder anhalten'],
      ['← →', 'einen Schritt zurück oder vor'],
      ['Pos1 Ende', 'erster oder letzter Schritt'],
      ['D', 'von vorn entrauschen'],
      ['R', 'neuer Seed'],
      ['X', 'Pixel oder scharf gezeichnet'],
      ['Esc', 'den Lauf anhalten'],
      ['?', 'diese Hilfe'],
    ],
    tour: 'Zur Tour',
    lessons: 'Acht Lektionen',
    glossary: 'Glossar',
    shortcuts: 'Buchstaben sind Befehle',
    honesty:
      'Alles wird auf Ihrem eigenen Gerät gerechnet, nichts wird irgendwohin geschickt. Was aufgenommen ist, heißt so; alles andere ist live.',
    conformance: 'Gegen diffusers prüfen',
  },

  credits: {
    title: 'Mitwirkende und Lizenzen',
    weights: 'Netz',
    data: 'gelernt aus',
    software: 'Software',
  },
};
