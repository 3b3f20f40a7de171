export { default as Widget } from './Widget.svelte';
export { allParts, type WidgetPart } from './parts.ts';
