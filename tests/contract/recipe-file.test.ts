import { describe, expect, test } from 'vitest';
import { defaultRecipe } from '../../src/contract/defaults.ts';
import { parseRecipeJson, recipeJson } from '../../src/contract/recipe-file.ts';
import { Failure } from '../../src/contract/failure.ts';
import { manifestWith } from './manifest-for-tests.ts';

const model = manifestWith({ version: '1.2.3' });
const recipe = { ...defaultRecipe(model), seed: 7, negative: [{ id: '0', weight: 0.5 }] };
const saved = recipeJson(recipe, model);

test('a recipe survives its file, and the file says what made it', () => {
  expect(parseRecipeJson(saved, [model])).toEqual({ recipe, modelVersion: '1.2.3' });
  expect(saved).toContain('made by a generative model');
});

describe('what is wrong is named', () => {
  const wrong: [field: string, text: string][] = [
    ['(whole)', 'not JSON'],
    ['(whole)', '"a text"'],
    ['kind', saved.replace('diffusion-playground/recipe', 'something else')],
    ['modelVersion', saved.replace('1.2.3', 'newest')],
    ['recipe', '{"kind":"diffusion-playground/recipe","modelVersion":"1.2.3","note":""}'],
    ['recipe.seed', saved.replace('"seed": 7', '"seed": -1')],
    ['recipe.steps', saved.replace(/"steps": \d+,/, '')],
    ['recipe.sampler', saved.replace('"ddim"', '"magic"')],
    ['recipe.condition.0.weight', saved.replace('"weight": 1', '"weight": 9')],
    ['recipe.condition', saved.replace('"id": "3"', '"id": "99"')],
    ['recipe.not', saved.replace('"id": "0"', '"id": "99"')],
    ['recipe.family', saved.replace('"model": "digits"', '"model": "digits", "family": "gan"')],
    ['recipe.model', saved.replace('"model": "digits"', '"model": "whales"')],
  ];
  test.each(wrong)('%s', (field, text) => {
    expect.assertions(4);
    try {
      parseRecipeJson(text, [model]);
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      const { code, detail } = error as Failure;
      expect([code, detail['field']]).toEqual(['recipe-invalid', field]);
      expect(detail['accepted']).not.toBe('');
      expect(detail['value']).not.toBe('');
    }
  });
});
