export const loadForwardPicture = () => import('./ForwardPicture.svelte');
export { default as PictureDrop } from './PictureDrop.svelte';
export { ForwardPictures } from './forward-pictures.svelte.ts';
export { ForwardLane } from './logic/forward-lane.ts';
