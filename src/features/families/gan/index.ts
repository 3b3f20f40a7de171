/** The page is a part of its own, fetched when a model of the family is first shown. */
export const loadGan = () => import('./family.ts');
