import type { Texts } from './en.ts';

export const texts: Texts = {
  title: 'Übereinstimmung',
  intro: (diffusers, torch) =>
    `Jeder Sampler, in diesem Browser nachgerechnet gegen das, was diffusers ${diffusers} mit PyTorch ${torch} aufgeschrieben hat: jeder Schritt aus demselben Bild, derselben Netzausgabe und demselben Rauschen, und ganze Läufe aus ihrem Seed.`,
  running: (done, total) => `Rechne ${done} von ${total} nach …`,
  allPassed: (total) => `Alle ${total} Konfigurationen stimmen überein.`,
  someFailed: (failed, total) => `${failed} von ${total} Konfigurationen stimmen nicht überein.`,
  unavailable: (reason) => `Die aufgezeichneten Zahlen kamen nicht an: ${reason}.`,
  configurations: 'Konfigurationen',
  stepError: 'größter Fehler eines Schritts',
  runError: 'eines ganzen Laufs',
  verdict: 'Urteil',
  passed: 'stimmt überein',
  failedIn: (names) => `weicht ab: ${names}`,
  models: 'Die Modelle, gegen Python',
  modelsIntro: (version) =>
    `Ganze Läufe auf WebAssembly, gegen das, was ONNX Runtime ${version} in Python mit derselben Datei und demselben Seed gezeichnet hat: wie weit irgendein Wert des fertigen Bildes abweicht.`,
  replaying: 'Das Modell wird geladen, seine Läufe werden wiederholt …',
  noGoldenRuns: 'Für dieses Modell wurde nichts aufgeschrieben.',
  inversion: 'DDIM-Inversion',
  runColumn: 'Lauf',
  pictureError: 'größter Fehler',
  run: (sampler, steps, guidance, seed) => `${sampler}, ${steps} Schritte, Guidance ${guidance}, Seed ${seed}`,
  ganRun: (truncation, seed) => `eine Auswertung, Truncation ${truncation}, Seed ${seed}`,
  differs: 'weicht ab',
  backends: 'WebAssembly gegen WebGPU',
  backendsIntro:
    'Derselbe Lauf auf beiden: wie weit irgendein Wert irgendeines Bildes abweicht. Ohne echte GPU dauert es eine Weile.',
  compare: 'Vergleichen',
  largest: (difference) => `größter Unterschied ${difference}`,
  eachStep: (model) => `${model}: größter Unterschied je Schritt`,
  copy: 'Bericht kopieren',
  sampler: 'Sampler',
};
