/** What stands around the playground: the header, help, credits, the models by name. */
export const texts = {
  tagline: 'Noise becomes a picture, live in your browser',
  header: {
    share: 'Share',
    help: 'Help',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    language: 'Language',
  },
  models: {
    label: 'Model',
    names: { portraits: 'Portraits', 'portraits-small': 'Small portraits', emoji: 'Emoji', digits: 'Digits' },
  },
  embed: {
    open: 'Open in the playground',
  },
};

export type Texts = typeof texts;
