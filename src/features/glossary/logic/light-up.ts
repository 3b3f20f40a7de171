import type { TermId } from './terms.ts';

/**
 * Lights up what a term stands for, `data-shows`, and where else it is named.
 * @param anchor what asks: it needs no light
 * @returns what puts it out
 */
export function lightUp(term: TermId, anchor: HTMLElement): () => void {
  const places = document.querySelectorAll<HTMLElement>(`[data-shows~="${term}"], button[data-term="${term}"]`);
  const lit = [...places].filter((place) => place !== anchor);
  for (const place of lit) place.dataset['lit'] = '';
  return () => {
    for (const place of lit) delete place.dataset['lit'];
  };
}
