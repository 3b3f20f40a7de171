/** The texts of the dialog that hands out what a run made. */
export const texts = {
  title: 'Take it away',
  copy: 'Copy',
  save: 'Save',
  open: 'Open …',
  refused: 'The browser did not allow it. The address bar holds the link.',
  notWhole: 'Available when the live run is complete.',
  note: 'What you take away was made by a generative model; files say so, with model, version and recipe.',
  rows: {
    link: { name: 'Link', text: 'Restores everything you see.' },
    embed: { name: 'Embed', text: 'An iframe that denoises this recipe in your page.' },
    python: { name: 'Python', text: 'A short script that makes the same picture with PyTorch and diffusers.' },
    json: { name: 'Recipe', text: 'The recipe as JSON. Open, drop or paste one, and it is drawn.' },
    npz: { name: 'Trajectory', text: 'Every frame as NumPy arrays (.npz): x, x0, levels.' },
  },
};

export type Texts = typeof texts;
