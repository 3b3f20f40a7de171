import type { RecipeManifest } from '../../contract/manifest.ts';
import type { Recipe } from '../../contract/recipe.ts';
import { copyText, download } from '../../kit/deliver.ts';
import { linkOf } from '../../session/address.ts';
import type { LinkedView } from '../../session/view-in-link.ts';
import type { Texts } from './texts/en.ts';

/** Something that can be taken away, and what happens when its button is pressed. Code for it is loaded then, and not before. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What the button says. */
  readonly act: string;
  /** Why it cannot be had now; null where it can. */
  readonly unable?: string | null;
  readonly deliver: () => Promise<void>;
}

/** The link of a recipe, of whichever family; of a run with the place in it, too. */
export function linkRow(recipe: Recipe, texts: Texts, view?: LinkedView): Row {
  const deliver = () => copyText(linkOf(recipe, view, new URL(location.href)));
  return { id: 'link', ...texts.rows.link, act: texts.copy, deliver };
}

/** A recipe as a file, of whichever family. @param text what it is good for, where that is something else */
export function recipeRow(
  recipe: Recipe,
  manifest: RecipeManifest,
  texts: Texts,
  text: string = texts.rows.json.text,
): Row {
  const deliver = async () => {
    const { recipeJson } = await import('../../contract/recipe-file.ts');
    download(`${manifest.id}-${recipe.seed}.json`, 'application/json', recipeJson(recipe, manifest));
  };
  return { id: 'json', name: texts.rows.json.name, text, act: texts.save, deliver };
}
