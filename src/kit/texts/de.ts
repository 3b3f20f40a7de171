import type { Texts } from './en.ts';

export const texts: Texts = {
  product: 'Diffusion Playground',
  close: 'Schließen',
  stop: 'Anhalten',
  done: 'Fertig',
  copyByHand:
    'Dieser Browser kopiert hier nichts von selbst (er verlangt https): Der Text ist markiert, bitte von hier kopieren.',
  progress: (loaded, total) => (total === null ? `${loaded} MB` : `${loaded} MB von ${total} MB`),

  position: 'Schritt',
  spoken: {
    reverse: (index, count, level) => `Schritt ${index} von ${count}, Rauschstufe ${level}`,
    forward: (index, count, level) => `Vorwärts, Spalte ${index} von ${count}, Rauschstufe ${level}`,
  },
  notices: {
    label: 'Meldungen',
    dismiss: 'Schließen',
    retry: 'Noch einmal',
    reload: 'Neu laden',
  },
  failures: {
    cancelled: () => 'Angehalten.',
    'recipe-invalid': ({ field, value, accepted }) =>
      `Der Link verlangt für ${field} „${value}“; das gibt es hier nicht. Möglich: ${accepted}. Stattdessen gilt die Vorgabe.`,
    'manifest-invalid': ({ field, value, accepted }) =>
      `Die Beschreibung des Modells ist beschädigt: ${field} ist ${value}; möglich: ${accepted}.`,
    'download-failed': ({ status }) =>
      `Das Netz konnte nicht geladen werden${status === undefined ? '' : ` (der Server antwortete ${status})`}. Bitte die Verbindung prüfen und noch einmal versuchen: was da ist, bleibt erhalten.`,
    'hash-mismatch': () =>
      'Das geladene Netz ist nicht das, womit diese Seite gemacht wurde: seine Prüfsumme weicht ab. Es wurde nicht verwendet. Bitte noch einmal versuchen; bleibt es dabei, liegt auf dem Server eine beschädigte Datei.',
    'model-mismatch': ({ field, value, accepted }) =>
      `Die Datei des Modells passt nicht zu ihrer Beschreibung: ${field} ist ${value}; möglich: ${accepted}.`,
    'level-out-of-range': ({ sigma, accepted }) =>
      `Für die Rauschstufe ${sigma} ist dieses Netz nicht trainiert. Möglich: ${accepted}. Bitte andere Rauschstufen wählen.`,
    'self-check-failed': ({ backend }) =>
      `Das Netz rechnete auf ${backend} falsch und wurde nicht verwendet. Ein anderer Browser oder ?backend=wasm kann helfen.`,
    'backend-failed': ({ backend, reason }) => `Das Netz konnte auf ${backend} nicht gestartet werden: ${reason}`,
    'no-webassembly': () =>
      'Dieser Browser rechnet kein WebAssembly mit SIMD, das das Netz braucht: Er ist zu alt, oder eine Einstellung (strenger oder Blockierungsmodus) verbietet es. Für diese Seite erlauben oder einen anderen Browser nehmen.',
    'out-of-memory': () =>
      'Für dieses Netz reicht der Speicher nicht. Andere Tabs schließen und noch einmal versuchen oder ein kleineres Modell wählen.',
    'picture-invalid': ({ name, formats, megabytes, megapixels }) =>
      `„${name}“ war nicht als Bild zu lesen. Möglich: ${formats}, bis ${megabytes} MB und ${megapixels} Millionen Pixel.`,
    'recipe-file-invalid': ({ name, field, value, accepted }) =>
      `„${name}“ ist kein Rezept, das sich hier zeichnen lässt: ${field} ist „${value}“; möglich: ${accepted}. Nichts wurde geändert.`,
    'worker-lost': () => 'Die Rechnung brach unerwartet ab. Bitte noch einmal versuchen: sie beginnt neu.',
    'model-absent': () =>
      'Das Netz wurde aus dem Speicher genommen. Bitte noch einmal versuchen: es wird wieder geladen.',
    'index-missing': ({ status }) =>
      `Das Verzeichnis der Trainingsbilder kam nicht an${status === undefined ? '' : ` (der Server antwortete ${status})`}.`,
    'canvas-unreadable': () =>
      'Dieser Browser gibt andere Pixel heraus, als gezeichnet wurden, damit Seiten ihn nicht wiedererkennen: Ein Bild lässt sich so nicht lesen. Dieser Seite das Lesen von Canvas erlauben (oft ein Zeichen in der Adresszeile) und noch einmal versuchen.',
    'part-missing': () =>
      'Ein Teil dieser Seite kam nicht an: Sie hat sich geändert, seit sie offen ist, oder die Verbindung brach ab. Bitte neu laden: Was gewählt ist, steht in der Adresse.',
    unexpected: ({ reason }) => `Etwas ging schief: ${reason}`,
  },
};
