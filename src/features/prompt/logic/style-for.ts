import type { Manifest } from '../../../contract/manifest.ts';

/** What a style is chosen by. */
export type Styled = Pick<Manifest, 'vocabulary'>;

/**
 * A style whose pictures show all the words that are asked for, so that a picture can answer them: the preferred one if
 * it does, else the one that shows most of the other words, else the first. null where none shows them all, where a
 * style is asked for already, or where the model does not say what its styles show.
 * @param words ids that must be shown
 * @param also ids that should be shown if they can
 */
export function styleFor(
  words: readonly string[],
  { vocabulary }: Styled,
  { prefer, also = [] }: { readonly prefer?: string | undefined; readonly also?: readonly string[] } = {},
): string | null {
  const styles = vocabulary.filter(({ kind }) => kind === 'style');
  if (words.length === 0 || styles.some(({ id }) => words.includes(id))) return null;
  const fitting = styles.filter(({ shows }) => shows !== undefined && words.every((id) => shows.includes(id)));
  const shown = ({ shows = [] }: (typeof styles)[number]) => also.filter((id) => shows.includes(id)).length;
  const most = Math.max(...fitting.map(shown));
  const best = fitting.filter((style) => shown(style) === most);
  return (best.find(({ id }) => id === prefer) ?? best[0])?.id ?? null;
}
