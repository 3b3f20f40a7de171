import type { Characters } from './lexicon.ts';

/** What an emoji stands for. */
export interface EmojiWords {
  readonly ids: readonly string[];
  /** It shows somebody: of age and gender there are no words. */
  readonly person: boolean;
}

const joiner = '\u200d';
const tone = /\p{Emoji_Modifier}/gu;
const people = new Set(['👶', '🧒', '👦', '👧', '🧑', '👨', '👩', '🧓', '👴', '👵', '👱', '🧔']);
/** Signs that make a woman or a man of somebody. */
const signs = new Set(['♀', '♂']);

/** Whether a text has any. */
export const hasEmoji = (text: string) => /\p{Extended_Pictographic}|\p{RI}/u.test(text);

/**
 * The words of an emoji: of the whole of it, or else of the parts that are joined in it ("a man: red hair"), and of the
 * skin that it has where there are words for skin.
 */
export function wordsOfEmoji(emoji: string, characters: Characters): EmojiWords {
  const of = (character: string) => characters[character] ?? [];
  const bare = emoji.replace(tone, '');
  const parts = bare.split(joiner).filter((part) => !signs.has(part));
  const unsigned = parts.join(joiner);
  const whole = [emoji, bare, unsigned].find((form) => Object.hasOwn(characters, form));
  const drawn = whole === undefined ? parts.flatMap(of) : of(whole);
  const skins = emoji.match(tone)?.flatMap(of) ?? [];
  const person = whole === undefined && parts.some((part) => people.has(part));
  return { ids: [...new Set([...drawn, ...skins])], person };
}
