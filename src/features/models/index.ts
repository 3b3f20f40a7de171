export { default as ModelSwitch } from './ModelSwitch.svelte';
export { useModelNames } from './model-names.ts';
