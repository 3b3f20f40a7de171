import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseRecipeManifest } from '../../../src/contract/manifest.ts';
import { shipped, shippedGans, type Shipped } from '../../shipped.ts';
import { manifestWith } from '../manifest-for-tests.ts';

const all: readonly Shipped<ReturnType<typeof parseRecipeManifest>>[] = [...shipped, ...shippedGans];

test.each(all)('$folder is read as what its family is', ({ folder, manifest }) => {
  expect(parseRecipeManifest(JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')))).toEqual(manifest);
});

describe('a manifest of a model that makes pictures from a recipe', () => {
  it('is of diffusion where it names no family', () => {
    const { family: _, ...unnamed } = manifestWith();
    expect(parseRecipeManifest(unnamed)).toMatchObject({ family: 'diffusion' });
  });

  it.each(['enlarger', 'constructor', null, 7])('is refused by name where its family is %s', (family) => {
    expect(() => parseRecipeManifest({ ...manifestWith(), family })).toThrow(
      expect.objectContaining({
        code: 'manifest-invalid',
        detail: expect.objectContaining({ field: 'family' }) as unknown,
      }),
    );
  });

  it('is refused where it lacks what its family needs', () => {
    expect(() => parseRecipeManifest({ ...manifestWith(), family: 'gan' })).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ field: 'latent' }) as unknown }),
    );
  });
});
