/** The dialog is a part of its own, fetched when it is first asked for. */
export const loadNearest = () => import('./NearestDialog.svelte');
