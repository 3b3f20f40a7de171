/**
 * The tables that give a style's parts their words. One line: words | variants | weight
 *   '-' as words: nothing people would ask for; '-' as variants: the part is left away.
 *   Without a weight, a line weighs as much as it has variants.
 *   Words that begin with '~' are no words but say what the part does to the others:
 *     ~uncoloured   the hair is not drawn in the hair's colour (or there is none): no word for it
 *     ~black        the hair is always black
 *     ~cloth        what stands for hair is cloth: it takes the clothes' colour, no word for hair
 *     ~hides-eyes, ~hides-mouth   expressions of the eyes or of the mouth are not to be seen
 */
export function table(text) {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [words, variants, weight] = line.split('|').map((cell) => cell.trim());
      const all = words === '-' ? [] : words.split(/\s+/);
      const choices = variants === '-' ? [null] : variants.split(/\s+/);
      return {
        words: all.filter((word) => !word.startsWith('~')),
        flags: all.filter((word) => word.startsWith('~')),
        variants: choices,
        weight: weight ? Number(weight) : choices.length,
      };
    });
}
