export { default as Explanations } from './Explanations.svelte';
export const loadGlossary = () => import('./Glossary.svelte');
