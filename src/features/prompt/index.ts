/** The prompt with its styles: a part of its own, for models that understand words. */
export const loadPrompt = () => import('./Prompt.svelte');
/** Its box alone. */
export const loadPromptBox = () => import('./PromptBox.svelte');
/** What reads a prompt without showing a box for it. */
export const loadReadText = () => import('./logic/read-text.ts');
