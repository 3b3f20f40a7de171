export { default as PlaygroundPage } from './PlaygroundPage.svelte';
export { default as Transport } from './Transport.svelte';
export { handleKey, type Playable } from './keys.ts';
export { Playground } from './playground.svelte.ts';
export { useSpokenScene } from './spoken.ts';
export { useTexts as usePlaygroundTexts } from './texts/index.ts';
export type { PlaygroundOptions } from './playground-options.ts';
