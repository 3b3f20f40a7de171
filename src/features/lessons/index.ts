export const loadLessons = () => import('./Lessons.svelte');
