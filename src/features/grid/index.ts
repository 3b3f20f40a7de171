/** The page is a part of its own, fetched when it is first opened. */
export const loadGrid = () => import('./GridPage.svelte');
