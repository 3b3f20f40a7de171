/** The texts of the widget that other pages embed. */
export const texts = {
  open: 'Open in the playground',
};

export type Texts = typeof texts;
