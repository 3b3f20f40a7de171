/** What stands around the playground: the header and the tagline. */
export const texts = {
  tagline: 'Noise becomes a picture, live in your browser',
  header: {
    share: 'Share',
    help: 'Help',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark' },
    language: 'Language',
  },
};

export type Texts = typeof texts;
