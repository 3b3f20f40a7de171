import type { Lexicon } from './lexicon.ts';
import { partsOf } from './spelling.ts';

/** A phrase that what was typed last may become. */
export interface Completion {
  readonly id: string;
  /** The way to type it that fits. */
  readonly text: string;
  /** What stays of the text before it. */
  readonly before: string;
}

const most = 7;
/** Letters at the end of a text that are looked at. */
const mostLetters = 100;

/**
 * What the end of a text may become: phrases that begin with its last words, or hold a part that does. The longest end
 * that fits anything decides: "smiling, round gl" asks for "round glasses".
 */
export function completionsOf(text: string, lexicon: Lexicon): Completion[] {
  const clause = /[^,;.\n]*$/.exec(text.slice(-mostLetters))?.[0] ?? '';
  const words = [...clause.matchAll(/\S+/g)];
  if (/\s$/.test(clause)) return [];
  for (const word of words.slice(-lexicon.longest)) {
    const typed = partsOf(clause.slice(word.index));
    const found = fitting(typed, lexicon);
    if (found.length === 0) continue;
    const before = text.slice(0, text.length - clause.length + word.index);
    return found.map(({ id, text: phrase }) => ({ id, text: phrase, before }));
  }
  return [];
}

function fitting(typed: readonly string[], lexicon: Lexicon): { id: string; text: string }[] {
  const whole = typed.join('');
  if (whole === '') return [];
  // What is there already needs no completion.
  if (lexicon.idOf(typed) !== undefined) return [];
  const starting = lexicon.phrases.filter(({ parts }) => parts.join('').startsWith(whole));
  const holding = lexicon.phrases.filter(
    ({ parts }) => typed.length === 1 && parts.some((part) => part.startsWith(whole)),
  );
  const all = [...starting, ...holding];
  return all.filter(({ id }, place) => all.findIndex((other) => other.id === id) === place).slice(0, most);
}
