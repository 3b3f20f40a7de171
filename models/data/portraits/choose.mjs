/**
 * Draws what a portrait shows: options for DiceBear, and the words that the picture then deserves.
 * Every part is chosen here and handed to DiceBear as its only choice, so that labels are exact.
 */
import * as palettes from './palettes.mjs';
import { styles } from './styles/index.mjs';

const FLAT_CONTRAST = 45; // RGB distance under which two areas without an outline run into each other

const OF_EYES = ['closed-eyes', 'wink', 'surprised', 'angry'];
const OF_MOUTH = ['smile', 'grin', 'laugh', 'open-mouth', 'neutral', 'sad', 'surprised', 'kiss', 'tongue-out'];

/** -> {part: {words, flags, variant}} */
function chooseParts(style, random) {
  const chosen = {};
  for (const [part, lines] of Object.entries(style.parts)) {
    const line = random.weighted(typeof lines === 'function' ? lines(chosen) : lines);
    chosen[part] = { words: line.words, flags: line.flags, variant: random.pick(line.variants) };
  }
  return chosen;
}

/** A name from the palette whose colour keeps its distance from the `taken` colours. */
function chooseColour(palette, taken, random, contrast) {
  const clear = (name) => taken.every((hex) => palettes.distance(palette[name], hex) >= contrast);
  return random.pick(Object.keys(palette).filter(clear));
}

/** -> {skin, hair, clothes, body, background}: names, where the style has them. */
function chooseColours(style, flags, random) {
  const names = {};
  const taken = [];
  const contrast = style.contrast ?? (style.flat ? FLAT_CONTRAST : 0);
  for (const kind of ['skin', 'hair', 'clothes', 'body']) {
    if (!style.colours[kind]) continue;
    const others = kind === 'hair' ? [palettes.skin[names.skin]] : [];
    names[kind] = chooseColour(colourTable(kind), others, random, FLAT_CONTRAST);
    if (kind === 'hair' && flags.has('~black')) names.hair = 'black';
    taken.push(colourTable(kind)[names[kind]]);
  }
  names.background = chooseColour(palettes.background, taken, random, contrast);
  return names;
}

const colourTable = (kind) => (kind === 'body' ? palettes.clothes : palettes[kind]);

/** A probability that a style does not know it does not ask for. */
function partOptions(style, chosen) {
  const options = { ...style.options };
  for (const [part, { variant }] of Object.entries(chosen)) {
    options[part] = variant ? [variant] : [];
    options[`${part}Probability`] = variant ? 100 : 0;
  }
  return options;
}

function colourOptions(style, names, flags) {
  const options = { backgroundColor: [palettes.background[names.background]] };
  for (const [kind, keys] of Object.entries(style.colours)) {
    const source = kind === 'hair' && flags.has('~cloth') ? 'clothes' : kind;
    for (const key of keys) options[key] = [colourTable(source)[names[source]]];
  }
  return options;
}

/** The words of what is to be seen: parts that others hide lose theirs. */
function visibleWords(style, chosen, names, flags) {
  const words = new Set([style.id]);
  for (const { words: own } of Object.values(chosen)) own.forEach((word) => words.add(word));
  if (flags.has('~hides-eyes')) OF_EYES.forEach((word) => words.delete(word));
  if (flags.has('~hides-mouth')) OF_MOUTH.forEach((word) => words.delete(word));
  const withoutHair = flags.has('~uncoloured') || flags.has('~cloth');
  for (const [kind, name] of Object.entries(names)) {
    if (kind !== 'hair' || !withoutHair) words.add(palettes.wordOf[kind](name));
  }
  return words;
}

/** -> {style, options, words: Set of ids} */
export function choosePortrait(random) {
  const style = random.weighted(styles);
  const chosen = chooseParts(style, random);
  const flags = new Set(Object.values(chosen).flatMap((part) => part.flags));
  const names = chooseColours(style, flags, random);
  const words = visibleWords(style, chosen, names, flags);
  const options = {
    ...partOptions(style, chosen),
    ...colourOptions(style, names, flags),
    seed: `${Math.floor(random.next() * 2 ** 32)}`,
  };
  style.adjust?.(options, words, random);
  return { style, options, words };
}
