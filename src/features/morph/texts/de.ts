import type { Texts } from './en.ts';

export const texts: Texts = {
  title: 'Überblenden',
  mix: 'zwischen',
  mixHint: '0 ist dieser Prompt und Seed, 1 der andere: Wörter mischen sich gerade, Rauschen auf dem Bogen dazwischen',
  toward: 'hin zu',
  digit: 'Ziffer',
  any: 'egal',
  prompt: 'Prompt',
};
