import type { Texts } from './en.ts';

export const texts: Texts = {
  stage: 'Das Bild',
  latent: 'das Rauschen, z',
  latentCount: (count) => `${count} Zahlen`,
  latentLabel: (count, least, most) => `Das Rauschen: ${count} Zahlen von ${least} bis ${most}`,
  once: '1 Auswertung',
  milliseconds: (ms) => `${ms} ms`,
  picture: 'das Bild',
  pictureLabel: 'Das Bild, das das Netz aus dem Rauschen gezeichnet hat',
  oneStep: 'auf einmal gezeichnet',
  counterpart: 'dieselbe Ziffer durch Diffusion',
  counterpartLabel: (step) => `Dieselbe Ziffer durch Diffusion: ${step}`,
  counterpartCost: (evaluations, ms) => `${evaluations} Auswertungen, ${ms} ms`,
  counterpartMissing: 'Ein Diffusionsmodell solcher Bilder gibt es hier nicht.',

  between: 'Zwischen zwei Seeds',
  mix: 'auf dem Weg',
  mixHint: '0 ist das Rauschen dieses Seeds, 1 das des anderen; dazwischen geht es auf dem Bogen von einem zum anderen',
  end: (seed) => `Das Bild von Seed ${seed}`,
  other: 'anderer',

  truncation: 'Truncation',
  truncationHint:
    'Ein Faktor auf das Rauschen. Kleiner heißt typischer und einförmiger: bei 0 gibt jeder Seed dasselbe Bild. Mit 1 wurde trainiert.',

  how: 'Was hier geschieht',
  input: (latent) =>
    `Eine Auswertung und keine Schritte: ${latent} Zufallszahlen und die Ziffer gehen einmal in das Netz, und das fertige Bild kommt heraus. Entrauscht wird nichts, also gibt es nichts abzuspielen.`,
  game: 'Gelernt wurde es als Spiel zweier Netze, ein Generative Adversarial Network: eines zeichnet, das andere unterscheidet Gezeichnetes von Echtem, und jedes wird besser, weil das andere es wird. Hier ist nur das, das zeichnet.',
  price: (copies, mark, diffusion) =>
    `Die Schnelligkeit hat einen Preis. Seine Bilder unterscheiden sich weniger und bleiben näher an dem, woraus es gelernt hat: ${copies} liegen näher an einer Trainingsziffer als ${mark} neuer handgeschriebener Ziffern, wo ${mark} angemessen wären. Diffusion: ${diffusion}.`,

  measures: {
    title: 'Gemessen an je 1.000 Bildern',
    gan: 'GAN, Truncation',
    diffusion: 'Diffusion, Guidance',
    readAsAsked: 'gelesen wie verlangt',
    readAsAskedHint: 'Wie viele ein zweites Netz als die verlangte Ziffer liest',
    frechet: 'Fréchet-Abstand',
    frechetHint: 'Von echten Bildern, in Einheiten des Abstands zweier Mengen echter: 1 heißt so echt wie echte',
    diversity: 'Vielfalt',
    diversityHint: 'Wie weit Bilder einer Ziffer auseinander liegen, als Anteil dessen bei echten',
    copies: (mark) => `fast Kopien, Marke ${mark}`,
    copiesHint: (mark) => `Wie viele näher an einem Trainingsbild liegen als ${mark} neuer handgeschriebener Ziffern`,
    over: 'über der Marke',
  },

  recipeFile: 'Alles, was dieses Bild bestimmt, als Datei zum Aufheben; der Link führt zurück.',
  png: { name: 'Bild', text: 'Als PNG, mit Modell, Version und Rezept in der Datei.' },
};
