import { samplerIds, type SamplerId } from '../../../engine/diffusion/samplers/index.ts';
import type { Recipe } from '../../../contract/recipe.ts';
import { edited } from '../../../contract/families/index.ts';

/** What is worth comparing first: a plain step, one that remembers, one that looks twice, one that adds noise. */
const telling: readonly SamplerId[] = ['ddim', 'dpmpp_2m', 'heun', 'euler_ancestral'];

/** A recipe to compare with those that are there: the last one, by a sampler that none of them uses. */
export function nextLane(recipes: readonly Recipe[]): Recipe {
  const last = recipes.at(-1);
  if (last === undefined) throw new RangeError('there is no recipe to compare with');
  const used = new Set(recipes.map(({ sampler }) => sampler));
  const sampler = [...telling, ...samplerIds].find((id) => !used.has(id)) ?? last.sampler;
  return edited(last, { sampler });
}
