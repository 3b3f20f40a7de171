import type { Texts } from './en.ts';

export const texts: Texts = {
  sharp: 'scharf',
  drawn: (parameters) => `vergrößert von einem zweiten Netz, ${parameters} Parameter`,
  hint: (parameters) =>
    `In vierfacher Größe gezeichnet von einem zweiten Netz mit ${parameters} Parametern. Aus: die Pixel selbst, mit denen alles gerechnet wird. (X)`,
};
