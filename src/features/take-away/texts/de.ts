import type { Texts } from './en.ts';

export const texts: Texts = {
  title: 'Mitnehmen',
  copy: 'Kopieren',
  save: 'Sichern',
  open: 'Öffnen …',
  refused: 'Der Browser hat es nicht erlaubt. Der Link steht in der Adresszeile.',
  notWhole: 'Sobald der Live-Lauf vollständig ist.',
  note: 'Was Sie mitnehmen, hat ein generatives Modell gemacht; die Dateien sagen es, mit Modell, Version und Rezept.',
  rows: {
    link: { name: 'Link', text: 'Stellt alles wieder her, was Sie sehen.' },
    embed: { name: 'Einbetten', text: 'Ein iframe, der dieses Rezept in Ihrer Seite entrauscht.' },
    python: { name: 'Python', text: 'Ein kurzes Skript, das mit PyTorch und diffusers dasselbe Bild macht.' },
    json: { name: 'Rezept', text: 'Das Rezept als JSON. Öffnen, ablegen oder einfügen, und es wird gezeichnet.' },
    npz: { name: 'Verlauf', text: 'Jedes Bild als NumPy-Felder (.npz): x, x0, Stufen.' },
  },
};
