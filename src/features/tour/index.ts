export { default as TourGuide } from './TourGuide.svelte';
