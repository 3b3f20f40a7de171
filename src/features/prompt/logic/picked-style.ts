import type { Manifest } from '../../../contract/manifest.ts';
import { parseWords } from '../../../contract/words.ts';
import { styleFor } from './style-for.ts';
import type { Meant } from './understand.ts';

/** The style of a prompt that nobody chose: the one of a model's default recipe. */
export function defaultStyle({ vocabulary, defaultRecipe }: Pick<Manifest, 'vocabulary' | 'defaultRecipe'>) {
  const isStyle = (id: string) => vocabulary.some((word) => word.id === id && word.kind === 'style');
  return parseWords(defaultRecipe.condition).find(({ id }) => isStyle(id))?.id;
}

/**
 * The style that suits words which were just typed, where the visitor asked for none.
 * @param chips the prompt after they were typed
 * @param typed ids of what was typed and is wanted
 * @param own a style in the prompt that the page chose, and may change
 * @returns the id of a style to put in its place; null to leave it
 */
export function pickStyle(
  chips: readonly Meant[],
  typed: readonly string[],
  manifest: Pick<Manifest, 'vocabulary' | 'defaultRecipe'>,
  own: string | undefined,
): string | null {
  const styles = new Set(manifest.vocabulary.filter(({ kind }) => kind === 'style').map(({ id }) => id));
  const wanted = chips.filter(({ not, weight }) => !not && weight > 0).map(({ id }) => id);
  if (wanted.some((id) => styles.has(id) && id !== own)) return null;
  const also = wanted.filter((id) => !styles.has(id));
  const prefer = own ?? defaultStyle(manifest);
  const style = styleFor(typed, manifest, { prefer, also });
  return style === own ? null : style;
}
