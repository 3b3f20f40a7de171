import type { Texts } from './en.ts';

export const texts: Texts = {
  open: 'Im Playground öffnen',
};
