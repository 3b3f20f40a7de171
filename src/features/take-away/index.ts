export { linkRow, recipeRow } from './rows.ts';
export { default as TakeAway } from './TakeAway.svelte';
export { isRecipeFile, openRecipe } from './recipe-files.ts';
export { default as TakeAwayDialog } from './TakeAwayDialog.svelte';
export { useTexts as useTakeAwayTexts } from './texts/index.ts';
