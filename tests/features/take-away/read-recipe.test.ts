import { describe, expect, it } from 'vitest';
import { recipeJson } from '../../../src/contract/recipe-file.ts';
import { readRecipe } from '../../../src/features/take-away/logic/read-recipe.ts';
import type { CatalogueEntry } from '../../../src/session/catalogue.ts';
import { manifestWith } from '../../contract/manifest-for-tests.ts';
import { recipeOf } from '../../session/fakes.ts';

const models = [manifestWith(), manifestWith({ id: 'emoji' })].map((manifest) => ({ manifest }) as CatalogueEntry);
const fileOf = (content: string) => new File([content], 'mine.json', { type: 'application/json' });

describe("a recipe's file", () => {
  it('gives back the recipe and its model', async () => {
    const recipe = recipeOf({ model: 'emoji', seed: 11, sampler: 'lcm', sigmas: 'betas' });
    const read = await readRecipe(fileOf(recipeJson(recipe, models[1]!.manifest)), models);
    expect(read).toEqual({ entry: models[1], recipe });
  });

  const good = recipeJson(recipeOf(), models[0]!.manifest);
  it.each([
    ['no JSON', 'hello', '(whole)'],
    ['another kind', good.replace('diffusion-playground/recipe', 'x'), 'kind'],
    ['a model that is not there', good.replace('"digits"', '"mona-lisa"'), 'recipe.model'],
    ['a word that is not there', good.replace('"id": "3"', '"id": "hat"'), 'recipe.condition'],
    ['what cannot be run', good.replace('"ddim"', '"lcm"'), 'sigmas'],
    ['a megabyte', good + ' '.repeat(1e6), '(whole)'],
  ])('is refused by name and field: %s', async (_name, content, field) => {
    await expect(readRecipe(fileOf(content), models)).rejects.toMatchObject({
      code: 'recipe-file-invalid',
      detail: { name: 'mine.json', field },
    });
  });
});
