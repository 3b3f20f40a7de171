import * as v from 'valibot';
import { defaultRecipe } from './defaults.ts';
import { familyOf, fitted, refusalOf } from './families/index.ts';
import type { Failure } from './failure.ts';
import type { RecipeManifest } from './manifest.ts';
import { linkNameOf, optionNames, options, type OptionName } from './options.ts';
import type { Recipe } from './recipe.ts';
import { refusal, refusedName } from './refusal.ts';
import { parseWords } from './words.ts';

/** `model=digits&condition=3:1&seed=42&...`: every field that every run reads, so that a link keeps its
 * meaning when defaults change; the rest where it differs from the sampler's own choice. */
export function formatQuery(value: Recipe): string {
  return familyOf(value)
    .options.flatMap((name) => {
      const text = textOf(name, value);
      return text === null ? [] : [`${linkNameOf(name)}=${text}`];
    })
    .join('&');
}

/** One field as a query holds it; null where it says nothing. */
function textOf<Name extends OptionName>(name: Name, { [name]: value }: Recipe): string | null {
  if (value === undefined) return null;
  // Asking for nothing is worth saying of the conditions, whose defaults ask for something.
  if (name === 'negative' && Array.isArray(value) && value.length === 0) return null;
  return (options[name].format as (value: unknown) => string)(value);
}

/** What a query asks for. A field that makes no sense takes its default, and a failure says which, and what would do. */
export interface ParsedQuery {
  readonly recipe: Recipe;
  readonly failures: readonly Failure[];
}

/**
 * Reads a query as a recipe of one model, whatever model it names.
 * @param entries name and value, as URLSearchParams iterates them; names that are no field of a recipe are skipped.
 */
export function parseQuery(entries: Iterable<readonly [string, string]>, model: RecipeManifest): ParsedQuery {
  const query = new Map(entries);
  const failures: Failure[] = [];

  const result: Record<string, unknown> = { ...defaultRecipe(model) };
  for (const name of familyOf(model).options) {
    const text = query.get(linkNameOf(name));
    if (text === undefined || name === 'model' || name === 'family') continue;
    const parsed = v.safeParse(options[name].schema, options[name].parse(text));
    const unknown = parsed.success ? unknownWord(parsed.output, model) : null;
    if (!parsed.success) failures.push(refusedValue(name, text));
    else if (unknown !== null) failures.push(refusedName(linkNameOf(name), unknown, idsOf(model)));
    else result[name] = parsed.output;
  }
  const asked = result as Recipe;
  const refusal = refusedOf(asked, query);
  if (refusal !== null) failures.push(refusal);
  return { recipe: fitted(asked), failures };
}

/** Why what a query asks for cannot be run as it is. Defaults that do not suit it give way without a word. */
function refusedOf(asked: Recipe, query: ReadonlyMap<string, string>): Failure | null {
  const defaults = optionNames.filter((name) => !query.has(linkNameOf(name)));
  const possible = fitted(asked);
  const suited = Object.fromEntries(defaults.map((name) => [name, possible[name]]));
  return refusalOf({ ...asked, ...suited });
}

function refusedValue(name: OptionName, text: string): Failure {
  const option = options[name];
  return 'choices' in option
    ? refusedName(linkNameOf(name), text, option.choices.map(String))
    : refusal(linkNameOf(name), text, option.accepted);
}

const idsOf = ({ vocabulary }: RecipeManifest) => vocabulary.map(({ id }) => id);

/** Whether a model knows all the words that a query asks for. */
export function speaks(entries: Iterable<readonly [string, string]>, { vocabulary }: RecipeManifest): boolean {
  const words = parseWords(new Map(entries).get('condition') ?? '');
  return words.every(({ id }) => vocabulary.some((word) => word.id === id));
}

function unknownWord(value: unknown, model: RecipeManifest): string | null {
  if (!Array.isArray(value)) return null;
  const words = value as Recipe['condition'];
  return words.find(({ id }) => !model.vocabulary.some((word) => word.id === id))?.id ?? null;
}
