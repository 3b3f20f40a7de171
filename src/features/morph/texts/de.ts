import type { Texts } from './en.ts';

export const texts: Texts = {
  title: 'Überblenden',
  mix: 'zwischen',
  toward: 'hin zu',
  digit: 'Ziffer',
  any: 'egal',
  prompt: 'Prompt',
};
