import { noiseBeyond } from '../../../contract/families/diffusion-warnings.ts';
import { edited } from '../../../contract/families/index.ts';
import type { Manifest } from '../../../contract/manifest.ts';
import { options } from '../../../contract/options.ts';
import type { Recipe } from '../../../contract/recipe.ts';

/** One of what a list offers. */
interface Offered<Id> {
  readonly id: Id;
  readonly text: string;
  readonly disabled: boolean;
}

/** The choices for a field of the training schedule: those that start from more noise than the model knows are greyed. */
export function offered<Id extends string>(
  field: 'betas' | 'spacing' | 'zeroTerminalSnr',
  ids: readonly Id[],
  names: Readonly<Record<Id, string>>,
  recipe: Recipe,
  { prediction }: Pick<Manifest, 'prediction'>,
): readonly Offered<Id>[] {
  const beyond = (id: Id) =>
    noiseBeyond(edited(recipe, { [field]: options[field].parse(id) }), prediction) !== null &&
    // What is chosen already can be seen to be, and left.
    id !== String(recipe[field] ?? false);
  return ids.map((id) => ({ id, text: names[id], disabled: beyond(id) }));
}

export const somethingMissing = (choices: readonly Offered<string>[]): boolean =>
  choices.some(({ disabled }) => disabled);
