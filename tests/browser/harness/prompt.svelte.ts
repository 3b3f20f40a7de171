import { mount } from 'svelte';
import type { Manifest } from '../../../src/contract/manifest.ts';
import { formatWords } from '../../../src/contract/words.ts';
import Prompt from '../../../src/features/prompt/Prompt.svelte';
import type { Asked } from '../../../src/features/prompt/logic/chips.ts';
import '../../../src/kit/styles/base.css';
import '../../../src/kit/styles/select.css';

/** What the prompt asked for after each change that was finished, as in links; what is not wanted after a bar. */
export interface Settled {
  readonly asked: string[];
}

/** Puts the prompt of a model on the page, as the playground does. */
export function showPrompt(manifest: Manifest, asked: Asked): Settled {
  const settled: Settled = { asked: [] };
  const props = $state({
    asked,
    manifest,
    onedit: (change: Asked) => (props.asked = change),
    onsettle: () => {
      const { condition, negative } = props.asked;
      settled.asked.push([condition, negative].map(formatWords).join('|'));
    },
    onfail: (error: unknown) => {
      throw error;
    },
  });
  const target = document.createElement('main');
  target.style.cssText = 'display: flex; gap: 12px; padding: 24px; min-height: 420px';
  document.body.replaceChildren(target);
  mount(Prompt, { target, props });
  return settled;
}
