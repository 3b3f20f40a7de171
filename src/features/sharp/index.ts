export { default as SharpCredit } from './SharpCredit.svelte';
export { default as SharpSwitch } from './SharpSwitch.svelte';
export { SharpPictures } from './sharp-pictures.svelte.ts';
