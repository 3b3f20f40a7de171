import * as v from 'valibot';
import { manifest, type RecipeManifest } from './manifest.ts';
import { linkNameOf, pathInFile, recipe, withLinkNames, withRecipeNames } from './options.ts';
import type { Recipe } from './recipe.ts';
import { refusal, refusedName } from './refusal.ts';

/** The file that "Recipe as JSON" saves. */
const file = v.object({
  kind: v.literal('diffusion-playground/recipe'),
  /** Of the model that drew; another version may draw otherwise. */
  modelVersion: manifest.entries.version,
  note: v.string(),
  /** By the names of links. */
  recipe: v.pipe(v.looseObject({}), v.transform(withRecipeNames), recipe),
});

/** What a recipe's file says. */
export interface RecipeFile {
  readonly recipe: Recipe;
  readonly modelVersion: string;
}

/** A recipe as a file: every field, with the model's version and where its pictures come from. */
export function recipeJson(value: Recipe, { version }: Pick<RecipeManifest, 'version'>): string {
  const content: v.InferInput<typeof file> = {
    kind: file.entries.kind.literal,
    modelVersion: version,
    note: 'made by a generative model',
    recipe: withLinkNames(value),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/**
 * The inverse of recipeJson, for files from anywhere.
 * @throws Failure recipe-invalid, naming the field, its value and what would be accepted.
 */
export function parseRecipeJson(text: string, models: readonly RecipeManifest[]): RecipeFile {
  const result = v.safeParse(file, parsed(text));
  if (!result.success) {
    const issue = result.issues[0];
    throw refusal(pathInFile(v.getDotPath(issue) ?? '(whole)'), issue.received, issue.expected ?? issue.message);
  }
  const { recipe: own, modelVersion } = result.output;
  const model = models.find(({ id }) => id === own.model);
  if (!model)
    throw refusedName(
      'recipe.model',
      own.model,
      models.map(({ id }) => id),
    );
  const { family = 'diffusion' } = own;
  if (family !== model.family) throw refusal('recipe.family', family, model.family);
  const known = model.vocabulary.map(({ id }) => id);
  for (const field of ['condition', 'negative', 'toCondition'] as const) {
    const unknown = own[field]?.find(({ id }) => !known.includes(id));
    if (unknown) throw refusedName(`recipe.${linkNameOf(field)}`, unknown.id, known);
  }
  return { recipe: own, modelVersion };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('(whole)', text, 'JSON');
  }
}
