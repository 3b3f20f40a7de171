export type { LikelihoodSource } from './likelihood-study.svelte.ts';

/** The dialog is a part of its own, fetched when it is first asked for. */
export const loadLikelihood = () => import('./LikelihoodDialog.svelte');
