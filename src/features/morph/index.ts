export { default as MorphOptions } from './MorphOptions.svelte';
