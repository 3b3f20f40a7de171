export { linkRow, recipeRow } from './rows.ts';
export { default as TakeAway } from './TakeAway.svelte';
export { default as TakeAwayDialog } from './TakeAwayDialog.svelte';
export { useTexts as useTakeAwayTexts } from './texts/index.ts';
