export { default as DigitPicker } from './DigitPicker.svelte';
export { default as RecipePanel } from './RecipePanel.svelte';
export { default as SeedField } from './SeedField.svelte';
export { subjectOf } from './subject.ts';
export { useTexts as useRecipeTexts } from './texts/index.ts';
