import type { Preferences } from '../../kit/preferences/preferences.svelte.ts';
import type { Playground } from './playground.svelte.ts';

/** What the keys act on: the playground, or a page that plays several runs. */
export type Playable = Pick<Playground, 'player' | 'denoise' | 'reroll' | 'stop'>;

/**
 * The page's keys. Keys that a focused control needs for itself stay its own.
 * @returns whether the key did something
 */
export function handleKey(
  event: KeyboardEvent,
  playground: Playable,
  help: () => void,
  { sharp, shortcuts }: Pick<Preferences, 'sharp' | 'shortcuts'>,
): boolean {
  // A space is no character that dictation would type by accident.
  if (!shortcuts.on && event.key.length === 1 && event.key !== ' ') return false;
  if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return false;
  const { player } = playground;
  const actions: Record<string, () => void> = {
    ' ': () => player.toggle(),
    ArrowLeft: () => player.seek(player.index - 1),
    ArrowRight: () => player.seek(player.index + 1),
    Home: () => player.seek(0),
    End: () => player.seek(Infinity),
    d: () => playground.denoise(),
    r: () => playground.reroll(),
    x: () => sharp.toggle(),
    Escape: () => playground.stop(),
    '?': help,
  };
  const action = actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (action === undefined || keepsKey(event.target, event.key)) return false;
  event.preventDefault();
  action();
  return true;
}

function keepsKey(target: EventTarget | null, key: string): boolean {
  // A dialog's button may vanish under the focus, which then falls back to the page.
  if (document.querySelector('dialog:modal') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLButtonElement) return key === ' ';
  if (!(target instanceof HTMLInputElement)) return false;
  const writes = !['range', 'radio', 'checkbox', 'button'].includes(target.type);
  return writes || key.length > 1 || (key === ' ' && target.type !== 'range');
}
