import type { RecipeManifest } from '../../contract/manifest.ts';

/** What a model is asked for: one of its digits, or words. */
export function subjectOf({ vocabulary }: Pick<RecipeManifest, 'vocabulary'>): 'digit' | 'words' {
  return vocabulary.every(({ kind }) => kind === 'digit') ? 'digit' : 'words';
}
