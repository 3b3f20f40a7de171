export { default as Transport } from './Transport.svelte';
export { handleKey } from './keys.ts';
