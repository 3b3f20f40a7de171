import { expect, test } from 'vitest';
import { linkNameOf, optionNames } from '../../src/contract/options.ts';
import { diffusion } from '../../src/contract/families/diffusion.ts';
import { attributeOf, names, recipeNames } from '../../src/element/names.ts';

test('every field of a recipe of diffusion is an attribute, by the name that links use', () => {
  const fields = optionNames.filter((name) => diffusion.options.includes(name)).map(linkNameOf);
  expect([...recipeNames].sort()).toEqual(fields.sort());
});

test('HTML tells all attributes apart, which it writes without capitals', () => {
  const attributes = names.map(attributeOf);
  expect(attributes.every((name) => name === name.toLowerCase())).toBe(true);
  expect(new Set(attributes).size).toBe(attributes.length);
});
