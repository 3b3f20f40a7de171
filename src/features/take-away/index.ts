export { default as TakeAway } from './TakeAway.svelte';
export { isRecipeFile, openRecipe } from './recipe-files.ts';
