export { default as TakeAway } from './TakeAway.svelte';
